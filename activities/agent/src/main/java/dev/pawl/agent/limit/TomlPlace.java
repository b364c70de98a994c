package dev.pawl.agent.limit;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the line of an error in a TOML file of {@code [[limit]]} tables. The parser knows that of a syntax error; of a
 * wrong value it knows only the number of the table and the key.
 */
record TomlPlace(String text) {
    private static final Pattern TABLE = Pattern.compile("\\s*\\[\\[\\s*\"?limit\"?\\s*]].*");

    Optional<Integer> of(JsonProcessingException error) {
        JsonLocation at = error.getLocation();
        if (at != null && at.getLineNr() > 0) {
            return Optional.of(readAhead(error, at) ? at.getLineNr() - 1 : at.getLineNr());
        }
        return error instanceof JsonMappingException mapping ? of(mapping.getPath()) : Optional.empty();
    }

    /** The parser finds some errors only when it has read the next token, at the beginning of the next line. */
    private static boolean readAhead(JsonProcessingException error, JsonLocation at) {
        String said = error.getOriginalMessage();
        return at.getColumnNr() == 1
                && at.getLineNr() > 1
                && (said.startsWith("Unexpected token") || said.startsWith("Duplicate key"));
    }

    private Optional<Integer> of(List<Reference> path) {
        int table = path.stream()
                .mapToInt(Reference::getIndex)
                .filter(index -> index >= 0)
                .findFirst()
                .orElse(-1);
        String key =
                path.stream().map(Reference::getFieldName).reduce("", (before, name) -> name == null ? before : name);
        List<String> lines = text.lines().toList();
        int found = -1;
        int begin = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (TABLE.matcher(lines.get(i)).matches()) {
                found++;
                begin = found == table ? i : begin;
            } else if (found == table && table >= 0 && lines.get(i).strip().matches(Pattern.quote(key) + "\\s*=.*")) {
                return Optional.of(i + 1);
            }
        }
        return begin < 0 ? Optional.empty() : Optional.of(begin + 1);
    }
}
