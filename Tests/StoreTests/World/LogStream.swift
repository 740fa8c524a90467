@testable import Store

/// The log's streams, where Foundation has a type of the same name.
typealias LogStream = Stream
