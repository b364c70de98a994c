package dev.pawl.workflows.task.search;

import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.common.SearchAttributeKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which search attributes of tasks a namespace of the engine has.
 *
 * @param usable names of those it has
 * @param absent names of those it lacks
 * @param mistyped names of those it has with another type
 */
public record NamespaceAttributes(
        String namespace,
        List<String> usable,
        List<SearchAttributeKey<?>> absent,
        List<SearchAttributeKey<?>> mistyped) {
    public NamespaceAttributes {
        usable = List.copyOf(usable);
        absent = List.copyOf(absent);
        mistyped = List.copyOf(mistyped);
    }

    /** @param registered the custom attributes of the namespace, as its engine lists them */
    public static NamespaceAttributes of(String namespace, Map<String, IndexedValueType> registered) {
        List<String> usable = new ArrayList<>();
        List<SearchAttributeKey<?>> absent = new ArrayList<>();
        List<SearchAttributeKey<?>> mistyped = new ArrayList<>();
        for (SearchAttributeKey<?> key : TaskSearchAttributes.ALL) {
            IndexedValueType type = registered.get(key.getName());
            if (type == null) {
                absent.add(key);
            } else if (type == key.getValueType()) {
                usable.add(key.getName());
            } else {
                mistyped.add(key);
            }
        }
        return new NamespaceAttributes(namespace, usable, absent, mistyped);
    }

    public boolean complete() {
        return absent.isEmpty() && mistyped.isEmpty();
    }

    /** What is missing and how to fix it, in one line; empty if nothing is missing. */
    public Optional<String> advice() {
        List<String> parts = new ArrayList<>();
        if (!absent.isEmpty()) {
            parts.add("namespace %s lacks the search attributes %s; tasks run without them. Register them: %s"
                    .formatted(namespace, names(absent), command()));
        }
        if (!mistyped.isEmpty()) {
            parts.add("namespace %s has %s with another type; tasks run without. Remove and register them as %s"
                    .formatted(
                            namespace,
                            names(mistyped),
                            mistyped.stream()
                                    .map(key -> key.getName() + "=" + TaskSearchAttributes.typeName(key.getValueType()))
                                    .collect(Collectors.joining(", "))));
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", parts));
    }

    private String command() {
        StringBuilder command = new StringBuilder("temporal operator search-attribute create --namespace ");
        command.append(namespace);
        absent.forEach(key -> command.append(" --name ")
                .append(key.getName())
                .append(" --type ")
                .append(TaskSearchAttributes.typeName(key.getValueType())));
        return command.toString();
    }

    private static String names(List<SearchAttributeKey<?>> keys) {
        return keys.stream().map(SearchAttributeKey::getName).collect(Collectors.joining(", "));
    }
}
