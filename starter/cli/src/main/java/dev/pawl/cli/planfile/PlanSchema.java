package dev.pawl.cli.planfile;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The JSON Schema of plan files, docs/plan.schema.json. */
public final class PlanSchema {
    private static final String RESOURCE = "/plan.schema.json";

    private PlanSchema() {}

    public static String text() throws IOException {
        try (InputStream in = PlanSchema.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new FileNotFoundException(RESOURCE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
