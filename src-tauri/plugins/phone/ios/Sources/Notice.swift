import Foundation
import UserNotifications

/// A button of a notice: what it does, in the word that the app knows, and what it says.
struct Button: Decodable {
  let press: String
  let label: String
}

/// What appears on the screen, in words that the app chose. Its id says nothing by itself.
struct Notice: Decodable {
  let id: String
  /// When it comes, in milliseconds of the epoch; `nil`: now.
  let at: Int64?
  /// The time of day that `at` stands for, as `2026-03-02T09:00:00`, where it follows the zone of the phone.
  let local: String?
  let title: String
  let body: String
  let sound: Bool
  let buttons: [Button]

  /// What begins the identifier of every request that is to come: no other is taken back.
  static let coming = "coming/"

  /// Two notices about the same thing that are to come differ in their time.
  var identifier: String { at.map { "\(Notice.coming)\(id)/\(local ?? String($0))" } ?? "shown/\(id)" }

  var request: UNNotificationRequest {
    let content = UNMutableNotificationContent()
    content.title = title
    content.body = body
    content.sound = sound ? .default : nil
    content.threadIdentifier = id
    content.categoryIdentifier = category.identifier
    return UNNotificationRequest(identifier: identifier, content: content, trigger: trigger)
  }

  /// Its buttons, which all open the app. Where previews are hidden it says only the app's name.
  var category: UNNotificationCategory {
    let name = Bundle.main.object(forInfoDictionaryKey: "CFBundleDisplayName") as? String
    return UNNotificationCategory(
      identifier: buttons.map { "\($0.press)=\($0.label)" }.joined(separator: "|"),
      actions: buttons.map { UNNotificationAction(identifier: $0.press, title: $0.label, options: [.foreground]) },
      intentIdentifiers: [],
      hiddenPreviewsBodyPlaceholder: name ?? "Handrail",
      options: [])
  }

  /// When it comes: at its local time, or at that instant; `nil`: now.
  private var trigger: UNCalendarNotificationTrigger? {
    at.map { at in
      let parts = local.flatMap(Notice.there) ?? Notice.then(at)
      return UNCalendarNotificationTrigger(dateMatching: parts, repeats: false)
    }
  }

  /// The calendar and the clock that everybody shares.
  private static let common: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? .current
    return calendar
  }()

  /// That instant, named by its date and time in UTC, so that neither another zone nor a clock that is set moves it.
  private static func then(_ at: Int64) -> DateComponents {
    let date = Date(timeIntervalSince1970: Double(at) / 1000)
    var parts = common.dateComponents([.year, .month, .day, .hour, .minute, .second], from: date)
    parts.calendar = common
    parts.timeZone = common.timeZone
    return parts
  }

  /// That time of day wherever the phone is then: it names no zone, and no calendar, which would bring a zone. So iOS
  /// reads it by the calendar that the client chose, where another year may be counted.
  private static func there(_ local: String) -> DateComponents? {
    let form = DateFormatter()
    form.calendar = common
    form.timeZone = common.timeZone
    form.locale = Locale(identifier: "en_US_POSIX")
    form.dateFormat = "yyyy-MM-dd'T'HH:mm:ss"
    guard let date = form.date(from: local) else { return nil }
    var chosen = Calendar(identifier: Calendar.current.identifier)
    chosen.timeZone = common.timeZone
    return chosen.dateComponents([.era, .year, .month, .day, .hour, .minute, .second], from: date)
  }
}
