package dev.pawl.task.prompt;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.loader.Loader;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * A template that fails if a variable is undefined, and that does not change values. It is rendered once when it is
 * loaded, so that a fault shows at start and not in the middle of a task.
 */
final class StrictTemplate {
    private final PebbleTemplate template;

    /**
     * @param sample a value for every variable, such that every part of the template is rendered
     * @throws PebbleException if the template cannot be parsed or names a variable that the sample does not have
     */
    StrictTemplate(Loader<?> loader, String name, Map<String, Object> sample) {
        PebbleEngine engine = new PebbleEngine.Builder()
                .loader(loader)
                .strictVariables(true)
                .autoEscaping(false)
                .build();
        this.template = engine.getTemplate(name);
        render(sample);
    }

    String render(Map<String, Object> values) {
        StringWriter text = new StringWriter();
        try {
            template.evaluate(text, values);
        } catch (IOException e) {
            throw new UncheckedIOException("a string writer does not fail", e);
        }
        return text.toString();
    }
}
