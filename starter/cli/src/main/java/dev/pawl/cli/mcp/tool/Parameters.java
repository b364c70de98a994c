package dev.pawl.cli.mcp.tool;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters of a tool as JSON Schema. */
public final class Parameters {
    private Parameters() {}

    /** A schema of draft 2020-12 that permits no other arguments. */
    public static Map<String, Object> schema(List<Parameter> parameters) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            Map<String, Object> property = new HashMap<>(parameter.kind().schema());
            property.put("description", parameter.description());
            properties.put(parameter.name(), property);
        }
        return Map.of(
                "type",
                "object",
                "properties",
                properties,
                "required",
                parameters.stream()
                        .filter(Parameter::required)
                        .map(Parameter::name)
                        .toList(),
                "additionalProperties",
                false);
    }
}
