//! What came of a call, whatever the types of its operation are.

use std::{
    error::Error as _,
    fmt::{self, Write},
};

use event_apis::bindery::{
    BoxFuture, Call, Error, Json,
    http::{HeaderMap, StatusCode},
    serde::Serialize,
    serde_json,
};

/// A call that is being made.
pub type Attempt = BoxFuture<'static, Outcome>;

/// What came of it.
pub type Outcome = Result<Success, Failure>;

/// A reply that was understood.
#[derive(Debug)]
pub struct Success {
    pub status: StatusCode,
    pub headers: HeaderMap,
    /// The decoded value, encoded again.
    pub encoded: Json,
    /// The decoded value as `Debug` shows it.
    pub shown: String,
}

/// An error, with a documented failure as `Debug` shows it.
pub struct Failure {
    pub error: Error<String>,
    /// Everything that the error shows of itself and of what caused it, in both of its texts.
    pub texts: String,
}

impl fmt::Debug for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.texts)
    }
}

/// Makes the call.
pub fn attempt<T, E>(call: Call<T, E>) -> Attempt
where
    T: Serialize + fmt::Debug + 'static,
    E: fmt::Debug + 'static,
{
    Box::pin(async move {
        match call.await {
            Ok(response) => Ok(Success {
                status: response.status(),
                headers: response.headers().clone(),
                shown: format!("{:#?}", response.value()),
                encoded: serde_json::to_value(response.value()).expect("a model is JSON"),
            }),
            Err(error) => Err(Failure {
                texts: texts(&error),
                error: error.map_failure(|failure| format!("{failure:?}")),
            }),
        }
    })
}

fn texts<E>(error: &Error<E>) -> String {
    let mut texts = format!("{error}\n{error:?}\n{error:#?}");
    let mut source = error.source();
    while let Some(error) = source {
        write!(texts, "\n{error}\n{error:?}\n{error:#?}").expect("a string takes text");
        source = error.source();
    }
    texts
}
