package dev.pawl.cli.mcp.tool;

import dev.pawl.api.client.PawlClient;
import java.util.List;
import java.util.stream.Stream;

/** Something that a program may ask of Pawl. */
public record Tool(String name, String description, Effect effect, List<Parameter> parameters, Work work) {
    private static final String OFFSET = "offset";
    private static final long FARTHEST = 1L << 40;

    /** Does what a tool is for. */
    interface Work {
        /** Failures are exceptions, as those of a command. */
        void run(PawlClient client, Arguments arguments, Excerpt out) throws Exception;
    }

    public Tool {
        parameters = List.copyOf(parameters);
    }

    /** A tool that changes nothing. Its text may be long, so it can be read from an offset. */
    static Tool reading(String name, String description, List<Parameter> parameters, Work work) {
        Parameter offset = Parameter.optional(
                OFFSET,
                new Kind.Whole(0, FARTHEST),
                "Returns the text from this byte on, at most %d KB of it. Default: 0."
                        .formatted(Excerpt.LARGEST / 1024));
        return new Tool(
                name,
                description,
                Effect.NONE,
                Stream.concat(parameters.stream(), Stream.of(offset)).toList(),
                work);
    }

    Excerpt excerpt(Arguments arguments) {
        return new Excerpt(arguments.number(OFFSET).orElse(0L));
    }
}
