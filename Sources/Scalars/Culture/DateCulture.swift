// How a culture writes dates: names of days and months, designators and the patterns behind the standard formats.

/// The date data of one culture.
public final class DateCulture: Sendable {
    /// Sunday first.
    public let dayNames: [String]
    public let abbreviatedDayNames: [String]
    /// January first.
    public let monthNames: [String]
    public let abbreviatedMonthNames: [String]
    /// Forms used next to a day of the month.
    public let monthGenitiveNames: [String]
    public let abbreviatedMonthGenitiveNames: [String]
    public let amDesignator: String
    public let pmDesignator: String
    public let shortDatePattern: String
    public let longDatePattern: String
    public let shortTimePattern: String
    public let longTimePattern: String
    public let yearMonthPattern: String
    public let monthDayPattern: String
    public let dateSeparator: String
    public let timeSeparator: String
    public let eraName: String

    init(
        days: String, shortDays: String, months: String, shortMonths: String, genitive: String? = nil, shortGenitive: String? = nil,
        am: String = "AM", pm: String = "PM", shortDate: String, longDate: String, shortTime: String = "HH:mm",
        longTime: String = "HH:mm:ss", yearMonth: String, monthDay: String, separator: String, era: String
    ) {
        func list(_ names: String) -> [String] { names.split(separator: " ").map(String.init) }
        dayNames = list(days)
        abbreviatedDayNames = list(shortDays)
        monthNames = list(months)
        abbreviatedMonthNames = list(shortMonths)
        monthGenitiveNames = list(genitive ?? months)
        abbreviatedMonthGenitiveNames = list(shortGenitive ?? shortMonths)
        amDesignator = am
        pmDesignator = pm
        shortDatePattern = shortDate
        longDatePattern = longDate
        shortTimePattern = shortTime
        longTimePattern = longTime
        yearMonthPattern = yearMonth
        monthDayPattern = monthDay
        dateSeparator = separator
        timeSeparator = ":"
        eraName = era
    }

    /// Data like another's but for what is given.
    public init(
        copying base: DateCulture, amDesignator: String? = nil, pmDesignator: String? = nil, shortDatePattern: String? = nil, longDatePattern: String? = nil,
        shortTimePattern: String? = nil, longTimePattern: String? = nil, dateSeparator: String? = nil, timeSeparator: String? = nil
    ) {
        dayNames = base.dayNames
        abbreviatedDayNames = base.abbreviatedDayNames
        monthNames = base.monthNames
        abbreviatedMonthNames = base.abbreviatedMonthNames
        monthGenitiveNames = base.monthGenitiveNames
        abbreviatedMonthGenitiveNames = base.abbreviatedMonthGenitiveNames
        self.amDesignator = amDesignator ?? base.amDesignator
        self.pmDesignator = pmDesignator ?? base.pmDesignator
        self.shortDatePattern = shortDatePattern ?? base.shortDatePattern
        self.longDatePattern = longDatePattern ?? base.longDatePattern
        self.shortTimePattern = shortTimePattern ?? base.shortTimePattern
        self.longTimePattern = longTimePattern ?? base.longTimePattern
        yearMonthPattern = base.yearMonthPattern
        monthDayPattern = base.monthDayPattern
        self.dateSeparator = dateSeparator ?? base.dateSeparator
        self.timeSeparator = timeSeparator ?? base.timeSeparator
        eraName = base.eraName
    }

    private static let englishDays = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday"
    private static let englishShortDays = "Sun Mon Tue Wed Thu Fri Sat"
    private static let englishMonths = "January February March April May June July August September October November December"
    private static let englishShortMonths = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"

    static let invariant = DateCulture(
        days: englishDays, shortDays: englishShortDays, months: englishMonths, shortMonths: englishShortMonths,
        shortDate: "MM/dd/yyyy", longDate: "dddd, dd MMMM yyyy", yearMonth: "yyyy MMMM", monthDay: "MMMM dd", separator: "/", era: "A.D.")
    static let enUS = DateCulture(
        days: englishDays, shortDays: englishShortDays, months: englishMonths, shortMonths: englishShortMonths,
        shortDate: "M/d/yyyy", longDate: "dddd, MMMM d, yyyy", shortTime: "h:mm tt", longTime: "h:mm:ss tt",
        yearMonth: "MMMM yyyy", monthDay: "MMMM d", separator: "/", era: "AD")
    static let enGB = DateCulture(
        days: englishDays, shortDays: englishShortDays, months: englishMonths,
        shortMonths: "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec", am: "am", pm: "pm",
        shortDate: "dd/MM/yyyy", longDate: "dddd, d MMMM yyyy", yearMonth: "MMMM yyyy", monthDay: "d MMMM", separator: "/", era: "AD")
    static let deDE = DateCulture(
        days: "Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag", shortDays: "So Mo Di Mi Do Fr Sa",
        months: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        shortMonths: "Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez",
        shortGenitive: "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.",
        shortDate: "dd.MM.yyyy", longDate: "dddd, d. MMMM yyyy", yearMonth: "MMMM yyyy", monthDay: "d. MMMM", separator: ".", era: "n. Chr.")
    static let frFR = DateCulture(
        days: "dimanche lundi mardi mercredi jeudi vendredi samedi", shortDays: "dim. lun. mar. mer. jeu. ven. sam.",
        months: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        shortMonths: "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
        shortDate: "dd/MM/yyyy", longDate: "dddd d MMMM yyyy", yearMonth: "MMMM yyyy", monthDay: "d MMMM", separator: "/", era: "ap. J.-C.")
    static let esES = DateCulture(
        days: "domingo lunes martes miércoles jueves viernes sábado", shortDays: "dom lun mar mié jue vie sáb",
        months: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        shortMonths: "ene feb mar abr may jun jul ago sept oct nov dic", am: "a.\u{A0}m.", pm: "p.\u{A0}m.",
        shortDate: "d/M/yyyy", longDate: "dddd, d 'de' MMMM 'de' yyyy", shortTime: "H:mm", longTime: "H:mm:ss",
        yearMonth: "MMMM 'de' yyyy", monthDay: "d 'de' MMMM", separator: "/", era: "d. C.")
    static let itIT = DateCulture(
        days: "domenica lunedì martedì mercoledì giovedì venerdì sabato", shortDays: "dom lun mar mer gio ven sab",
        months: "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        shortMonths: "gen feb mar apr mag giu lug ago set ott nov dic",
        shortDate: "dd/MM/yyyy", longDate: "dddd d MMMM yyyy", yearMonth: "MMMM yyyy", monthDay: "d MMMM", separator: "/", era: "d.C.")
    static let ruRU = DateCulture(
        days: "воскресенье понедельник вторник среда четверг пятница суббота", shortDays: "вс пн вт ср чт пт сб",
        months: "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
        shortMonths: "янв. февр. март апр. май июнь июль авг. сент. окт. нояб. дек.",
        genitive: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        shortGenitive: "янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек.",
        shortDate: "dd.MM.yyyy", longDate: "dddd, d MMMM yyyy 'г'.", yearMonth: "MMMM yyyy 'г'.", monthDay: "d MMMM", separator: ".",
        era: "н. э.")
}
