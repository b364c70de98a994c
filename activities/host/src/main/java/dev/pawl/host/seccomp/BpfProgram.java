package dev.pawl.host.seccomp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * An assembler for classic BPF over the data of a system call (linux/filter.h, linux/seccomp.h). The accumulator always
 * holds the number of the call between two rules.
 */
final class BpfProgram {
    static final int LOAD_WORD = 0x20;
    static final int JUMP_IF_EQUAL = 0x15;
    static final int JUMP_IF_AT_LEAST = 0x35;
    static final int JUMP_IF_ANY_BIT = 0x45;
    static final int RETURN = 0x06;

    static final int ALLOW = 0x7FFF0000;
    private static final int ERRNO = 0x00050000;

    private static final int NUMBER = 0;
    private static final int ARCHITECTURE = 4;
    private static final int FIRST_ARGUMENT = 16;
    private static final int ARGUMENT_BYTES = 8;
    private static final int INSTRUCTION_BYTES = 8;

    /** As struct sock_filter. A jump skips that many instructions. */
    record Instruction(int code, int ifTrue, int ifFalse, int operand) {}

    private final List<Instruction> instructions = new ArrayList<>();

    /** Code of another architecture has other numbers, so all of its calls fail. */
    BpfProgram onlyOn(int architecture, int errno) {
        add(LOAD_WORD, 0, 0, ARCHITECTURE);
        add(JUMP_IF_EQUAL, 1, 0, architecture);
        fail(errno);
        return number();
    }

    BpfProgram failFrom(int number, int errno) {
        add(JUMP_IF_AT_LEAST, 0, 1, number);
        return fail(errno);
    }

    BpfProgram fail(int number, int errno) {
        add(JUMP_IF_EQUAL, 0, 1, number);
        return fail(errno);
    }

    /** Fails if any of these bits of an argument is set. */
    BpfProgram failIfAny(int number, int argument, int bits, int errno) {
        add(JUMP_IF_EQUAL, 0, 4, number);
        argument(argument);
        add(JUMP_IF_ANY_BIT, 0, 1, bits);
        fail(errno);
        return number();
    }

    /** Fails if an argument has one of these values. */
    BpfProgram failIfOneOf(int number, int argument, List<Integer> values, int errno) {
        add(JUMP_IF_EQUAL, 0, 2 + 2 * values.size(), number);
        argument(argument);
        for (int value : values) {
            add(JUMP_IF_EQUAL, 0, 1, value);
            fail(errno);
        }
        return number();
    }

    /** Fails unless an argument has one of these values. */
    BpfProgram failUnlessOneOf(int number, int argument, List<Integer> values, int errno) {
        add(JUMP_IF_EQUAL, 0, 2 + 2 * values.size(), number);
        argument(argument);
        for (int value : values) {
            add(JUMP_IF_EQUAL, 0, 1, value);
            allow();
        }
        return fail(errno);
    }

    BpfProgram allow() {
        return add(RETURN, 0, 0, ALLOW);
    }

    List<Instruction> instructions() {
        return List.copyOf(instructions);
    }

    byte[] bytes() {
        ByteBuffer bytes =
                ByteBuffer.allocate(instructions.size() * INSTRUCTION_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (Instruction instruction : instructions) {
            bytes.putShort((short) instruction.code())
                    .put((byte) instruction.ifTrue())
                    .put((byte) instruction.ifFalse())
                    .putInt(instruction.operand());
        }
        return bytes.array();
    }

    private BpfProgram number() {
        return add(LOAD_WORD, 0, 0, NUMBER);
    }

    /** Its lower half: all tested arguments are 32-bit numbers or flags. */
    private void argument(int index) {
        add(LOAD_WORD, 0, 0, FIRST_ARGUMENT + index * ARGUMENT_BYTES);
    }

    private BpfProgram fail(int errno) {
        return add(RETURN, 0, 0, ERRNO | errno);
    }

    private BpfProgram add(int code, int ifTrue, int ifFalse, int operand) {
        instructions.add(new Instruction(code, ifTrue, ifFalse, operand));
        return this;
    }
}
