package dev.pawl.cli.command.option;

import dev.pawl.cli.text.Durations;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts {@code 30m} and the like, as in task files. */
public final class DurationConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        return Durations.parse(text)
                .orElseThrow(() ->
                        new TypeConversionException("'" + text + "' is not a duration: write 90s, 30m, 2h or 7d"));
    }
}
