// The views of the types every session knows, put together from the tables of this folder.

enum KnownViews {
    static let all: [View] = DataViews.all + FileViews.all + EngineViews.all + SystemViews.all + RecordViews.all
}
