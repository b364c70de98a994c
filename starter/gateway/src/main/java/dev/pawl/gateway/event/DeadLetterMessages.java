package dev.pawl.gateway.event;

import com.google.protobuf.ByteString;
import dev.pawl.api.client.Words;
import dev.pawl.api.v1.DeadLetter;
import dev.pawl.api.v1.DeadLetterHeader;
import dev.pawl.api.v1.DeadLetterState;
import dev.pawl.api.v1.GetDeadLetterResponse;
import dev.pawl.db.deadletter.DeadLetterContent;
import dev.pawl.db.deadletter.DeadLetterRow;
import dev.pawl.events.intake.Headers;
import dev.pawl.events.intake.Incoming;
import dev.pawl.gateway.wire.Times;
import java.util.function.UnaryOperator;

/** Converts rows of dead letters to messages. */
final class DeadLetterMessages {
    private DeadLetterMessages() {}

    static DeadLetter of(DeadLetterRow row) {
        DeadLetter.Builder letter = DeadLetter.newBuilder()
                .setId(row.id())
                .setTopic(row.topic())
                .setPartition(row.partitionNumber())
                .setOffset(row.position())
                .setAttempts(row.attempts())
                .setErrorClass(row.errorClass())
                .setReason(row.reason())
                .setState(Words.parse(DeadLetterState.class, row.state()).orElseThrow())
                .setCreatedAt(Times.of(row.createdAt().toInstant()));
        if (row.closedAt() != null) {
            letter.setClosedAt(Times.of(row.closedAt().toInstant()));
        }
        if (row.closedBy() != null) {
            letter.setClosedBy(row.closedBy());
        }
        return letter.build();
    }

    /** @param shown what is shown of key, value and headers */
    static GetDeadLetterResponse whole(DeadLetterRow row, DeadLetterContent content, UnaryOperator<byte[]> shown) {
        GetDeadLetterResponse.Builder whole = GetDeadLetterResponse.newBuilder().setDeadLetter(of(row));
        byte[] key = content.key();
        if (key != null) {
            whole.setKey(ByteString.copyFrom(shown.apply(key)));
        }
        byte[] value = content.value();
        if (value != null) {
            whole.setValue(ByteString.copyFrom(shown.apply(value)));
        }
        Headers.read(content.headers()).forEach(header -> whole.addHeaders(header(header, shown)));
        return whole.build();
    }

    private static DeadLetterHeader header(Incoming.Header header, UnaryOperator<byte[]> shown) {
        DeadLetterHeader.Builder message = DeadLetterHeader.newBuilder().setName(header.name());
        byte[] value = header.value();
        return (value == null ? message : message.setValue(ByteString.copyFrom(shown.apply(value)))).build();
    }
}
