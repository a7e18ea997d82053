package ru.otklik.detection.learn;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/** How a model lies in a file: a mark, the edition of the form, the model, its checksum. */
public final class ModelFile {

    private static final int MARK = 0x4F544B4D;
    private static final int EDITION = 6;

    private interface Body<T> {
        T read(DataInputStream in) throws IOException;
    }

    private interface Pouring {
        void into(DataOutputStream out) throws IOException;
    }

    private ModelFile() {}

    public static void write(Assessor model, OutputStream out) throws IOException {
        write(model::write, out);
    }

    public static void write(Spotter model, OutputStream out) throws IOException {
        write(model::write, out);
    }

    public static Assessor readAssessor(InputStream in) throws IOException {
        return read(Assessor::read, in);
    }

    public static Spotter readSpotter(InputStream in) throws IOException {
        return read(Spotter::read, in);
    }

    private static void write(Pouring model, OutputStream target) throws IOException {
        var summed = new CheckedOutputStream(new BufferedOutputStream(target, 1 << 16), new CRC32());
        var out = new DataOutputStream(summed);
        out.writeInt(MARK);
        out.writeInt(EDITION);
        model.into(out);
        out.flush();
        out.writeLong(summed.getChecksum().getValue());
        out.flush();
    }

    private static <T> T read(Body<T> body, InputStream source) throws IOException {
        var summed = new CheckedInputStream(new BufferedInputStream(source, 1 << 16), new CRC32());
        var in = new DataInputStream(summed);
        if (in.readInt() != MARK || in.readInt() != EDITION) {
            throw new IOException("Not a model of this edition");
        }
        T model;
        try {
            model = body.read(in);
        } catch (RuntimeException e) {
            throw new IOException("A broken model", e);
        }
        long sum = summed.getChecksum().getValue();
        if (in.readLong() != sum) {
            throw new IOException("The checksum of the model is wrong");
        }
        return model;
    }
}
