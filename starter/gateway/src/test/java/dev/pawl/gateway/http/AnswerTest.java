package dev.pawl.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerTest {
    private final List<String> steps = new ArrayList<>();

    private final EmbeddedChannel channel = new EmbeddedChannel(
            new ChannelOutboundHandlerAdapter() {
                @Override
                public void flush(ChannelHandlerContext context) {
                    context.flush();
                    steps.add("a client can read it");
                }
            },
            new ChannelInboundHandlerAdapter() {
                @Override
                public void userEventTriggered(ChannelHandlerContext context, Object event) {
                    steps.add("the connection knows");
                }
            });

    @Test
    void theConnectionIsReadyForTheNextRequestBeforeAClientCanSendIt() {
        new Answer(channel, () -> true).document("{}".getBytes(StandardCharsets.UTF_8));

        assertThat(steps).containsExactly("the connection knows", "a client can read it");
    }
}
