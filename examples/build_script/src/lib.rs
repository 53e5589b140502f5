//! A library that calls an API. Its build script generates the client from `pet-store.yaml`.

bindery::include_api!("pet_store");

use pet_store::types::Pet;

/// The name of a pet of the store.
///
/// # Errors
///
/// When the store does not answer, or not with a pet.
pub async fn name_of(id: &str) -> Result<String, Box<dyn std::error::Error>> {
    let client = pet_store::Client::builder().build()?;
    let Pet { name, .. } = client.pets().get(id).await?.into_value();
    Ok(name)
}

#[cfg(test)]
mod tests {
    use super::pet_store::types::{Pet, PetKind};

    #[test]
    fn a_pet_is_read() {
        let text = br#"{ "name": "Tom", "kind": "cat" }"#;
        let pet: Pet = bindery::decode(text).expect("it is a pet");
        assert_eq!(pet.kind, Some(PetKind::Cat));
    }
}
