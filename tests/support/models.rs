//! The type of each component schema.

use std::fmt;

use bindery_contract::Instances;
use bindery_openapi::document::SchemaId;
use event_apis::bindery::{DecodeError, Model, decode};
use event_apis::{crm_calendar, outreach, whaly, workspace_calendar};
use serde_json::Value;

/// A component schema and its type.
pub struct ModelCase {
    pub api: &'static str,
    pub schema: &'static str,
    /// Whether the schema admits every value, so that nothing can be refused.
    pub admits_everything: bool,
    /// Decodes strictly and encodes again.
    pub round_trip: fn(&[u8]) -> Result<Value, DecodeError>,
}

impl ModelCase {
    /// The schema in the description that the instances are made from.
    pub fn schema_id(&self, instances: &Instances) -> SchemaId {
        let schemas = &instances.judge().document().components.schemas;
        let named = schemas.iter().find(|named| named.name == self.schema);
        named.expect("every case is a component schema").schema
    }
}

impl fmt::Display for ModelCase {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}.{}", self.api, self.schema)
    }
}

fn round_trip<T: Model>(bytes: &[u8]) -> Result<Value, DecodeError> {
    let value: T = decode(bytes)?;
    Ok(serde_json::to_value(value).expect("what was decoded can be encoded"))
}

const fn model<T: Model>(api: &'static str, schema: &'static str) -> ModelCase {
    ModelCase {
        api,
        schema,
        admits_everything: false,
        round_trip: round_trip::<T>,
    }
}

const fn open<T: Model>(api: &'static str, schema: &'static str) -> ModelCase {
    ModelCase {
        admits_everything: true,
        ..model::<T>(api, schema)
    }
}

/// Every component schema of the bundled descriptions, in the order of each.
pub const MODELS: &[ModelCase] = &[
    model::<crm_calendar::types::Event>("crm_calendar", "Event"),
    model::<crm_calendar::types::EventImage>("crm_calendar", "EventImage"),
    model::<crm_calendar::types::EventStatus>("crm_calendar", "EventStatus"),
    model::<crm_calendar::types::EventInput>("crm_calendar", "EventInput"),
    open::<crm_calendar::types::EventList>("crm_calendar", "EventList"),
    open::<crm_calendar::types::EventResult>("crm_calendar", "EventResult"),
    model::<outreach::types::EventDocument>("outreach", "EventDocument"),
    model::<outreach::types::EventResource>("outreach", "EventResource"),
    model::<outreach::types::EventAttributes>("outreach", "EventAttributes"),
    model::<outreach::types::EventRelationships>("outreach", "EventRelationships"),
    model::<outreach::types::Relationship>("outreach", "Relationship"),
    model::<whaly::types::PaginatedListWrapper>("whaly", "PaginatedListWrapper"),
    model::<whaly::types::PagingInfo>("whaly", "PagingInfo"),
    model::<whaly::types::PagingNext>("whaly", "PagingNext"),
    model::<whaly::types::ObjectEventDto>("whaly", "ObjectEventDto"),
    model::<whaly::types::CreateObjectEventDto>("whaly", "CreateObjectEventDto"),
    model::<whaly::types::UpdateObjectEventDto>("whaly", "UpdateObjectEventDto"),
    model::<whaly::types::ObjectEventDeleteResultDto>("whaly", "ObjectEventDeleteResultDto"),
    model::<workspace_calendar::types::AttendeeResponse>("workspace_calendar", "AttendeeResponse"),
    model::<workspace_calendar::types::AttendeeUpdate>("workspace_calendar", "AttendeeUpdate"),
    model::<workspace_calendar::types::CalendarEventSortField>(
        "workspace_calendar",
        "CalendarEventSortField",
    ),
    model::<workspace_calendar::types::DeleteResult>("workspace_calendar", "DeleteResult"),
    model::<workspace_calendar::types::EventCreate>("workspace_calendar", "EventCreate"),
    model::<workspace_calendar::types::EventResponse>("workspace_calendar", "EventResponse"),
    model::<workspace_calendar::types::EventUpdate>("workspace_calendar", "EventUpdate"),
    model::<workspace_calendar::types::PaginatedResponseEventResponse>(
        "workspace_calendar",
        "PaginatedResponse_EventResponse_",
    ),
    model::<workspace_calendar::types::SortOrder>("workspace_calendar", "SortOrder"),
];
