package dev.pawl.gateway.wire;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest.FieldViolation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Values that no message may contain: NUL, which no row can store, and enum numbers unknown to this server. */
public final class WireFaults {
    private final List<FieldViolation> found = new ArrayList<>();

    private WireFaults() {}

    /** Reports every such field by its path within the message. */
    public static List<FieldViolation> in(Message message) {
        WireFaults faults = new WireFaults();
        faults.visit("", message);
        return List.copyOf(faults.found);
    }

    private void visit(String prefix, Message message) {
        for (Map.Entry<FieldDescriptor, Object> entry : message.getAllFields().entrySet()) {
            String field = prefix + entry.getKey().getName();
            if (entry.getKey().isRepeated()) {
                List<?> values = (List<?>) entry.getValue();
                for (int i = 0; i < values.size(); i++) {
                    check("%s[%d]".formatted(field, i), values.get(i));
                }
            } else {
                check(field, entry.getValue());
            }
        }
    }

    private void check(String field, Object value) {
        switch (value) {
            case Message message -> visit(field + ".", message);
            case String text when text.indexOf('\0') >= 0 -> add(field, "must not contain a NUL character");
            case EnumValueDescriptor word
            when word.getIndex() < 0 -> add(field, "unknown value %d".formatted(word.getNumber()));
            default -> {
                // Numbers and valid texts.
            }
        }
    }

    private void add(String field, String description) {
        found.add(FieldViolation.newBuilder()
                .setField(field)
                .setDescription(description)
                .build());
    }
}
