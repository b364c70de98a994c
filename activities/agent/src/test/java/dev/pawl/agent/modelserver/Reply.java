package dev.pawl.agent.modelserver;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A model's answer. */
sealed interface Reply {
    record Text(String text) implements Reply {}

    record Tool(String name, ObjectNode arguments) implements Reply {}
}
