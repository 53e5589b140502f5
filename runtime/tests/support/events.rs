//! Generated code, written by hand: nothing is imported, all goes through `bindery::`.

/// An event.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Required.
    pub id: String,
    /// Required, nullable.
    pub description: Option<String>,
    /// Optional.
    pub limit: Option<i64>,
    /// Optional, nullable.
    pub note: bindery::Field<String>,
    /// Whatever else there is.
    pub additional_properties: bindery::JsonObject,
}

bindery::object!(Event {
    id: required "id" [bindery::Constraint::MinLength(1)],
    description: required "description",
    limit: optional "limit" [bindery::Constraint::Maximum(bindery::Limit::Integer(50))],
    note: nullable "note" [bindery::Constraint::MaxLength(3)],
}, kept: additional_properties, new(id: impl Into<String>), null(description));

bindery::defaults!(Event {
    default_limit: i64 = 50
});

/// Where an event comes from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// `external`
    External,
    /// `manual`
    Manual,
    /// Any other value.
    Unknown(String),
}

bindery::open_enum!(Source { External = "external", Manual = "manual" } else Unknown);

/// A name of at most 5 characters.
#[derive(Clone, Debug, PartialEq)]
pub struct ShortName(pub String);

bindery::newtype!(ShortName(String), [bindery::Constraint::MaxLength(5)]);

/// A page of events.
#[derive(Clone, Debug, PartialEq)]
pub struct EventPage {
    /// The events.
    pub data: Vec<Event>,
    /// The cursor of the next page.
    pub after: Option<String>,
}

bindery::object!(EventPage {
    data: required "data",
    after: optional "after",
});

/// What a client is made of.
#[derive(Clone, Debug)]
pub struct Client {
    core: bindery::Client,
}

impl Client {
    /// A client around the shared one.
    pub const fn new(core: bindery::Client) -> Self {
        Self { core }
    }

    /// Lists the events of an object.
    pub fn list_all(&self, object_id: impl Into<String>) -> ListAll<&Self> {
        ListAll {
            client: self,
            object_id: object_id.into(),
            after: None,
            limit: None,
            source: None,
        }
    }

    /// Creates an event.
    pub const fn create(&self, body: Event) -> Create<&Self> {
        Create { client: self, body }
    }
}

impl AsRef<bindery::Client> for Client {
    fn as_ref(&self) -> &bindery::Client {
        &self.core
    }
}

/// Lists the events of an object.
#[derive(Clone, Debug, PartialEq)]
#[must_use = "an operation does nothing until it is sent"]
pub struct ListAll<C = ()> {
    client: C,
    object_id: String,
    after: Option<String>,
    limit: Option<f64>,
    source: Option<Source>,
}

impl<C> ListAll<C> {
    /// Starts after this cursor.
    pub fn after(mut self, after: impl Into<String>) -> Self {
        self.after = Some(after.into());
        self
    }

    /// Sets how many events a page has.
    pub const fn limit(mut self, limit: f64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Only events of this source.
    pub fn source(mut self, source: impl Into<Source>) -> Self {
        self.source = Some(source.into());
        self
    }
}

/// The documented failures of [`ListAll`].
#[derive(Clone, Debug, PartialEq)]
pub enum ListAllError {
    /// 404.
    NotFound(bindery::bytes::Bytes),
    /// 422.
    Unprocessable(Event),
}

impl<C> bindery::Operation for ListAll<C> {
    type Output = EventPage;
    type Failure = ListAllError;

    const METADATA: bindery::OperationMetadata = bindery::OperationMetadata::new(
        "ObjectEventsController_listAll",
        "GET",
        "/v1/objects/{objectId}/events",
        &[&["bearer"], &["user", "key"]],
    );

    fn request(&self) -> Result<bindery::http::Request<bindery::Body>, bindery::RequestError> {
        bindery::RequestBuilder::new(&<Self as bindery::Operation>::METADATA)
            .path("objectId", bindery::Style::SIMPLE, &self.object_id)
            .query("after", bindery::Style::FORM, &self.after)
            .query("limit", bindery::Style::FORM, &self.limit)
            .query("source", bindery::Style::FORM, &self.source)
            .accept("application/json")
            .finish()
    }

    fn response(
        reply: bindery::Reply,
    ) -> Result<bindery::Response<Self::Output>, bindery::Error<Self::Failure>> {
        match reply.status().as_u16() {
            200 => reply.success(bindery::ReplyBody::json),
            404 => reply.failure(|body| Ok(ListAllError::NotFound(body.bytes()))),
            422 => reply.failure(|body| body.json().map(ListAllError::Unprocessable)),
            _ => reply.undocumented(),
        }
    }
}

bindery::call!(ListAll, Client);

impl<C: Clone> bindery::Paginated for ListAll<C> {
    fn next(&self, page: &Self::Output) -> Option<Self> {
        let after = page.after.clone()?;
        Some(self.clone().after(after))
    }

    fn cursor(&self) -> Option<String> {
        self.after.clone()
    }
}

impl<C: Clone> bindery::PaginatedItems for ListAll<C> {
    type Item = Event;

    fn items(page: Self::Output) -> Vec<Self::Item> {
        page.data
    }
}

bindery::paginate!(ListAll, Client);
bindery::paginate_items!(ListAll, Client);

/// Creates an event.
#[derive(Clone, Debug, PartialEq)]
#[must_use = "an operation does nothing until it is sent"]
pub struct Create<C = ()> {
    client: C,
    body: Event,
}

impl<C> bindery::Operation for Create<C> {
    type Output = ();
    type Failure = std::convert::Infallible;

    const METADATA: bindery::OperationMetadata =
        bindery::OperationMetadata::new("create", "POST", "/v1/events", &[]);

    fn request(&self) -> Result<bindery::http::Request<bindery::Body>, bindery::RequestError> {
        bindery::RequestBuilder::new(&<Self as bindery::Operation>::METADATA)
            .json("application/vnd.api+json", &self.body)
            .finish()
    }

    fn response(
        reply: bindery::Reply,
    ) -> Result<bindery::Response<Self::Output>, bindery::Error<Self::Failure>> {
        match reply.status().as_u16() {
            200..=299 => reply.success(bindery::ReplyBody::empty),
            _ => reply.undocumented(),
        }
    }
}

bindery::call!(Create, Client);
