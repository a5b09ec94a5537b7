"""What Rasa's pipeline has that Rasa does not ship. Imported by Rasa alone, under Python 3.10.

Rasa calls these classes' methods; what each must do is said by their bases in Rasa's documentation.
"""

from __future__ import annotations

import re
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.logistic_regression_classifier import LogisticRegressionClassifier
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, INTENT, INTENT_RESPONSE_KEY, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from sklearn.linear_model import LogisticRegression

from nlu.encoder import encode

PIECE = re.compile(r"[A-Za-z0-9']+|\S")
"""A word or number in Latin script, or one Chinese character: Chinese has no spaces to cut at."""
CATEGORY = "category"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class CharacterTokenizer(Tokenizer):
    """Cuts Chinese at each character and everything else at spaces."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> CharacterTokenizer:
        return cls(config)

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"intent_tokenization_flag": False, "intent_split_symbol": "_", "token_pattern": None}

    def tokenize(self, message: Message, attribute: str) -> list[Token]:
        return [Token(piece.group(), piece.start()) for piece in PIECE.finditer(message.get(attribute))]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceEncoder(DenseFeaturizer, GraphComponent):
    """The vector of the whole text, by the encoder that the embedded interpreter uses too."""

    def __init__(self, config: dict[str, Any], name: str) -> None:
        super().__init__(name, config)

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SentenceEncoder:
        return cls(config, execution_context.node_name)

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        pass

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return DenseFeaturizer.get_default_config()

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        told = [message for message in messages if message.get(TEXT)]
        for message, vector in zip(told, encode([message.get(TEXT) for message in told]), strict=True):
            message.add_features(Features(vector[None, :], FEATURE_TYPE_SENTENCE, TEXT, self._identifier))
        return messages


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class LinearClassifier(LogisticRegressionClassifier):
    """Rasa's own linear classifier, less shy (`C`), for intents or, with `target: category`, for kinds of concerns.

    A category is the second half of a name such as raise_concern/lift, and is answered beside the intent.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {**LogisticRegressionClassifier.get_default_config(), "C": 10.0, "target": INTENT}

    def __init__(self, config: dict[str, Any], name: str, model_storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, name, model_storage, resource)
        self.clf = LogisticRegression(C=self.config["C"], max_iter=self.config["max_iter"], random_state=42)

    def _create_training_matrix(self, training_data: TrainingData) -> tuple[Any, list[str]]:
        told = [example for example in training_data.intent_examples if example.get(TEXT) and self._label(example)]
        return self._create_X(told), [self._label(example) for example in told]

    def _label(self, example: Message) -> str:
        if self.config["target"] == INTENT:
            return str(example.get(INTENT))
        return str(example.get(INTENT_RESPONSE_KEY) or "").partition("/")[2]

    def process(self, messages: list[Message]) -> list[Message]:
        if self.config["target"] == INTENT:
            return list(super().process(messages))
        for message, likely in zip(messages, self.clf.predict_proba(self._create_X(messages)), strict=True):
            at = likely.argmax()
            found = {"name": str(self.clf.classes_[at]), "confidence": float(likely[at])}
            message.set(CATEGORY, found, add_to_output=True)
        return messages
