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
  let title: String
  let body: String
  let sound: Bool
  let buttons: [Button]

  /// What begins the identifier of every request that is to come: no other is taken back.
  static let coming = "coming/"

  /// Two notices about the same thing that are to come differ in their time.
  var identifier: String { at.map { "\(Notice.coming)\(id)/\($0)" } ?? "shown/\(id)" }

  var request: UNNotificationRequest {
    let content = UNMutableNotificationContent()
    content.title = title
    content.body = body
    content.sound = sound ? .default : nil
    content.threadIdentifier = id
    content.categoryIdentifier = category.identifier
    return UNNotificationRequest(identifier: identifier, content: content, trigger: at.map(Notice.trigger))
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

  /// That instant, named by its date and time in UTC, so that neither another zone nor a clock that is set moves it.
  private static func trigger(_ at: Int64) -> UNCalendarNotificationTrigger {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? .current
    let date = Date(timeIntervalSince1970: Double(at) / 1000)
    var parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: date)
    parts.calendar = calendar
    parts.timeZone = calendar.timeZone
    return UNCalendarNotificationTrigger(dateMatching: parts, repeats: false)
  }
}
