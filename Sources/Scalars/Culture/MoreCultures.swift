// Cultures beyond the six languages that have most data: as ICU has them.

extension NumberCulture {
    static let jaJP = NumberCulture(
        copying: NumberCulture(
            name: "ja-JP", decimal: ".", group: ",", currency: "￥", currencyPatterns: (0, 1), percentPatterns: (1, 1), dates: .jaJP), currencyDecimalDigits: 0)
    static let zhCN = NumberCulture(
        name: "zh-CN", decimal: ".", group: ",", currency: "¥", currencyPatterns: (0, 1), percentPatterns: (1, 1), dates: .zhCN)
    static let trTR = NumberCulture(
        name: "tr-TR", decimal: ",", group: ".", currency: "₺", currencyPatterns: (0, 1), percentPatterns: (2, 2), dates: .trTR)
    static let ptBR = NumberCulture(
        name: "pt-BR", decimal: ",", group: ".", currency: "R$", currencyPatterns: (2, 9), percentPatterns: (1, 1), dates: .ptBR)
    static let nlNL = NumberCulture(
        name: "nl-NL", decimal: ",", group: ".", currency: "€", currencyPatterns: (2, 12), percentPatterns: (1, 1), dates: .nlNL)
    static let plPL = NumberCulture(
        name: "pl-PL", decimal: ",", group: "\u{A0}", currency: "zł", currencyPatterns: (3, 8), percentPatterns: (1, 1), dates: .plPL)
}

extension DateCulture {
    static let jaJP = DateCulture(
        days: "日曜日 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日", shortDays: "日 月 火 水 木 金 土", months: "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
        shortMonths: "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月", am: "午前", pm: "午後", shortDate: "yyyy/MM/dd", longDate: "yyyy年M月d日dddd", shortTime: "H:mm",
        longTime: "H:mm:ss", yearMonth: "yyyy年M月", monthDay: "M月d日", separator: "/", era: "西暦")
    static let zhCN = DateCulture(
        days: "星期日 星期一 星期二 星期三 星期四 星期五 星期六", shortDays: "周日 周一 周二 周三 周四 周五 周六", months: "一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月",
        shortMonths: "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月", am: "上午", pm: "下午", shortDate: "yyyy/M/d", longDate: "yyyy年M月d日dddd", yearMonth: "yyyy年M月",
        monthDay: "M月d日", separator: "/", era: "公元")
    static let trTR = DateCulture(
        days: "Pazar Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi", shortDays: "Paz Pzt Sal Çar Per Cum Cmt",
        months: "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık", shortMonths: "Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara",
        am: "ÖÖ",
        pm: "ÖS", shortDate: "d.MM.yyyy", longDate: "d MMMM yyyy dddd", yearMonth: "MMMM yyyy", monthDay: "d MMMM", separator: ".", era: "MS")
    static let ptBR = DateCulture(
        days: "domingo segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado", shortDays: "dom. seg. ter. qua. qui. sex. sáb.",
        months: "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        shortMonths: "jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.", shortDate: "dd/MM/yyyy", longDate: "dddd, d 'de' MMMM 'de' yyyy",
        yearMonth: "MMMM 'de' yyyy", monthDay: "d 'de' MMMM", separator: "/", era: "d.C.")
    static let nlNL = DateCulture(
        days: "zondag maandag dinsdag woensdag donderdag vrijdag zaterdag", shortDays: "zo ma di wo do vr za",
        months: "januari februari maart april mei juni juli augustus september oktober november december",
        shortMonths: "jan feb mrt apr mei jun jul aug sep okt nov dec", am: "a.m.", pm: "p.m.", shortDate: "dd-MM-yyyy", longDate: "dddd d MMMM yyyy",
        yearMonth: "MMMM yyyy", monthDay: "d MMMM", separator: "-", era: "n.Chr.")
    static let plPL = DateCulture(
        days: "niedziela poniedziałek wtorek środa czwartek piątek sobota", shortDays: "niedz. pon. wt. śr. czw. pt. sob.",
        months: "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
        shortMonths: "sty lut mar kwi maj cze lip sie wrz paź lis gru",
        genitive: "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia", shortDate: "d.MM.yyyy",
        longDate: "dddd, d MMMM yyyy", yearMonth: "MMMM yyyy", monthDay: "d MMMM", separator: ".", era: "n.e.")
}
