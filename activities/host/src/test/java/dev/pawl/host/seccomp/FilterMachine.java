package dev.pawl.host.seccomp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Runs a filter like the kernel: from its bytes, over the data of one call. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FilterMachine(byte[] program) {
    private static final int ERRNO = 0x00050000;

    /** @return the error number, or 0 if the call is allowed */
    int call(int architecture, int number, long... arguments) {
        ByteBuffer data = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        data.putInt(number).putInt(architecture).putLong(0x7f0000000000L);
        for (long argument : arguments) {
            data.putLong(argument);
        }
        ByteBuffer code = ByteBuffer.wrap(program).order(ByteOrder.LITTLE_ENDIAN);
        int accumulator = 0;
        int at = 0;
        while (true) {
            int place = at * 8;
            assertThat(place).as("the program ends with a return").isLessThan(program.length);
            int operand = code.getInt(place + 4);
            int ifTrue = code.get(place + 2) & 0xFF;
            int ifFalse = code.get(place + 3) & 0xFF;
            at++;
            switch (code.getShort(place)) {
                case BpfProgram.LOAD_WORD -> accumulator = data.getInt(operand);
                case BpfProgram.JUMP_IF_EQUAL -> at += accumulator == operand ? ifTrue : ifFalse;
                case BpfProgram.JUMP_IF_AT_LEAST ->
                    at += Integer.compareUnsigned(accumulator, operand) >= 0 ? ifTrue : ifFalse;
                case BpfProgram.JUMP_IF_ANY_BIT -> at += (accumulator & operand) != 0 ? ifTrue : ifFalse;
                case BpfProgram.RETURN -> {
                    return operand == BpfProgram.ALLOW ? 0 : operand ^ ERRNO;
                }
                default -> throw new AssertionError("unknown instruction " + code.getShort(place));
            }
        }
    }
}
