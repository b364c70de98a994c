package dev.pawl.cli.mcp.tool;

import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.text.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The arguments of a call, valid for the parameters of the tool. */
public final class Arguments {
    private static final int SHOWN = 60;

    private final Map<String, Object> values;

    private Arguments(Map<String, Object> values) {
        this.values = values;
    }

    /**
     * Checks arguments. An argument that is null counts as absent.
     *
     * @throws CommandFailure with every problem
     */
    static Arguments of(List<Parameter> parameters, Map<String, Object> given) {
        Map<String, Object> values = new HashMap<>(given);
        values.values().removeIf(Objects::isNull);
        List<String> problems = new ArrayList<>();
        List<String> known = parameters.stream().map(Parameter::name).toList();
        values.keySet().stream().filter(name -> !known.contains(name)).sorted().forEach(name -> {
            String shown = name.length() > SHOWN ? name.substring(0, SHOWN) + "…" : name;
            problems.add("unknown argument '%s'; %s"
                    .formatted(
                            shown,
                            Nearest.to(shown, known)
                                    .map(near -> "did you mean '" + near + "'?")
                                    .orElse("it takes " + (known.isEmpty() ? "none" : String.join(", ", known)))));
        });
        for (Parameter parameter : parameters) {
            Object value = values.get(parameter.name());
            if (value != null) {
                parameter.kind().problem(value).ifPresent(what -> problems.add(parameter.name() + " " + what));
            } else if (parameter.required()) {
                problems.add(parameter.name() + " is missing");
            }
        }
        if (!problems.isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, String.join("\n", problems));
        }
        return new Arguments(values);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The value of a parameter that is required. */
    String required(String name) {
        return text(name).orElseThrow();
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(String.class::cast);
    }

    Optional<Long> number(String name) {
        return Optional.ofNullable(values.get(name)).map(value -> ((Number) value).longValue());
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    List<String> texts(String name) {
        return values.get(name) instanceof List<?> texts
                ? texts.stream().map(String.class::cast).toList()
                : List.of();
    }
}
