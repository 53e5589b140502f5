//! Bodies of forms: an object, each property written as its encoding says (OpenAPI 3.1.1 §4.8.15).

mod encoding;
mod multipart;
mod urlencoded;

pub use encoding::Encoding;
pub(crate) use multipart::multipart;
pub(crate) use urlencoded::urlencoded;

use encoding::How;
