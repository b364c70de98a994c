package dev.pawl.cli;

import dev.pawl.cli.invocation.Context;
import java.lang.reflect.Constructor;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Creates commands and mixins, passing the context to constructors that take it. */
final class ContextFactory implements IFactory {
    private final Context context;
    private final IFactory plain = CommandLine.defaultFactory();

    ContextFactory(Context context) {
        this.context = context;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Context.class) {
                constructor.setAccessible(true);
                return type.cast(constructor.newInstance(context));
            }
        }
        return plain.create(type);
    }
}
