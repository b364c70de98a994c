package dev.pawl.worker.config;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Refuses to start with an unknown property under {@code pawl.*}. Environment variables with the prefix {@code PAWL_}
 * and system properties have other uses too (the launcher, an agent's run, the build), so of those only a near miss is
 * refused.
 */
public final class UnknownPropertyCheck implements EnvironmentPostProcessor, Ordered {
    private static final int NEAR = 2;
    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    @Override
    public int getOrder() {
        // Runs after all property sources are loaded.
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        check(environment, KnownProperties.on(application.getClassLoader()));
    }

    static void check(ConfigurableEnvironment environment, SortedSet<String> known) {
        Set<String> canonical =
                known.stream().map(UnknownPropertyCheck::canonical).collect(Collectors.toSet());
        List<String> problems = new ArrayList<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> listed) {
                for (String name : listed.getPropertyNames()) {
                    problem(source.getName(), name, known, canonical, problems);
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new UnknownPropertyException(String.join("\n", problems));
        }
    }

    private static void problem(
            String source, String name, SortedSet<String> known, Set<String> canonical, List<String> problems) {
        boolean variable = source.startsWith(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        boolean shared = variable || source.equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        String property = variable ? name.toLowerCase(Locale.ROOT).replace('_', '.') : name;
        if (!property.startsWith(KnownProperties.PREFIX) || canonical.contains(canonical(property))) {
            return;
        }
        String nearest = known.stream()
                .min(comparingInt(other -> DISTANCE.apply(property, other)))
                .orElse("nothing");
        if (!shared || DISTANCE.apply(canonical(property), canonical(nearest)) <= NEAR) {
            problems.add("Unknown property '" + name + "' (" + source + "); the nearest one is '" + nearest + "'");
        }
    }

    /** One spelling for {@code pawl.a.some-name}, {@code pawl.a.someName} and {@code PAWL_A_SOMENAME}. */
    private static String canonical(String property) {
        return property.toLowerCase(Locale.ROOT)
                .replace("-", "")
                .replace("_", "")
                .replace(".", "");
    }
}
