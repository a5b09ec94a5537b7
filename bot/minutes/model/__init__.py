"""Minutes of sittings: what they hold, their life until they are final, and what people find wrong in them."""
