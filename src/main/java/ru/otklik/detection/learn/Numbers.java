package ru.otklik.detection.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Lists of numbers in a file. */
final class Numbers {

    private static final int MOST = 1 << 28;

    private Numbers() {}

    static int count(DataInput in, int most) throws IOException {
        int n = in.readInt();
        if (n < 0 || n > most) {
            throw new IOException("A count of " + n + " where at most " + most + " may stand");
        }
        return n;
    }

    static void write(DataOutput out, float[] list) throws IOException {
        out.writeInt(list.length);
        for (float f : list) {
            out.writeFloat(f);
        }
    }

    static void write(DataOutput out, int[] list) throws IOException {
        out.writeInt(list.length);
        for (int i : list) {
            out.writeInt(i);
        }
    }

    static void write(DataOutput out, short[] list) throws IOException {
        out.writeInt(list.length);
        for (short s : list) {
            out.writeShort(s);
        }
    }

    static void write(DataOutput out, byte[] list) throws IOException {
        out.writeInt(list.length);
        out.write(list);
    }

    static float[] floats(DataInput in) throws IOException {
        float[] list = new float[count(in, MOST)];
        for (int i = 0; i < list.length; i++) {
            list[i] = in.readFloat();
        }
        return list;
    }

    static int[] ints(DataInput in) throws IOException {
        int[] list = new int[count(in, MOST)];
        for (int i = 0; i < list.length; i++) {
            list[i] = in.readInt();
        }
        return list;
    }

    static short[] shorts(DataInput in) throws IOException {
        short[] list = new short[count(in, MOST)];
        for (int i = 0; i < list.length; i++) {
            list[i] = in.readShort();
        }
        return list;
    }

    static byte[] bytes(DataInput in) throws IOException {
        byte[] list = new byte[count(in, MOST)];
        in.readFully(list);
        return list;
    }
}
