"""Every setting, declared once: flag over environment (`CHRONOFIL_*`) over `chronofil.toml` over default."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)


class Settings(BaseSettings):
    """How a run works; where it works is the folder `data`."""

    model_config = SettingsConfigDict(env_prefix="CHRONOFIL_", toml_file="chronofil.toml", frozen=True, extra="forbid")

    data: Path = Field(Path("chronofil-data"), description="Working folder: warehouse, received bytes and releases.")
    batch_documents: int = Field(200, ge=1, description="Documents in one batch between tasks.")
    max_document_bytes: int = Field(10_000_000, ge=1, description="Larger inputs are refused before they are read.")
    max_document_characters: int = Field(1_000_000, ge=1, description="Longer texts are refused.")
    source_id: str = Field("files", min_length=1, description="Source that paths given by hand belong to.")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Flags, then environment, then the TOML file; no other place."""
        del dotenv_settings, file_secret_settings
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)
