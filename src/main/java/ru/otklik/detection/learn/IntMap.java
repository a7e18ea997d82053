package ru.otklik.detection.learn;

/** From numbers to numbers; what is absent is 0. A key and its value lie side by side, so a look costs one miss. */
final class IntMap {

    interface Entry {
        void of(int key, int value);
    }

    private long[] entries;
    private int size;

    IntMap(int expected) {
        entries = new long[Integer.highestOneBit(Math.max(8, expected * 2 - 1)) * 2];
    }

    int get(int key) {
        return (int) entries[place(key)];
    }

    /** What stands at the first of the keys. All are looked up before any is decided upon, so that they wait for memory together. */
    int[] get(int[] keys, int count) {
        int[] found = new int[count];
        long[] met = new long[count];
        int mask = entries.length - 1;
        for (int i = 0; i < count; i++) {
            met[i] = entries[home(keys[i], mask)];
        }
        for (int i = 0; i < count; i++) {
            found[i] = (int) (met[i] >>> 32) == keys[i] || (int) met[i] == 0 ? (int) met[i] : get(keys[i]);
        }
        return found;
    }

    void put(int key, int value) {
        write(place(key), key, value);
    }

    /** @return the sum */
    int add(int key, int more) {
        int at = place(key);
        int sum = (int) entries[at] + more;
        write(at, key, sum);
        return sum;
    }

    /** Writes where nothing stands. @return what stood there before */
    int putIfAbsent(int key, int value) {
        int at = place(key);
        int before = (int) entries[at];
        if (before == 0) {
            write(at, key, value);
        }
        return before;
    }

    void each(Entry entry) {
        for (long e : entries) {
            if ((int) e != 0) {
                entry.of((int) (e >>> 32), (int) e);
            }
        }
    }

    private void write(int at, int key, int value) {
        boolean fresh = (int) entries[at] == 0;
        entries[at] = (long) key << 32 | value & 0xFFFFFFFFL;
        if (fresh && ++size * 2 > entries.length) {
            grow();
        }
    }

    private int place(int key) {
        int mask = entries.length - 1;
        int at = home(key, mask);
        while ((int) entries[at] != 0 && (int) (entries[at] >>> 32) != key) {
            at = at + 1 & mask;
        }
        return at;
    }

    private static int home(int key, int mask) {
        return key * 0x9E3779B1 >>> 7 & mask;
    }

    private void grow() {
        long[] old = entries;
        entries = new long[old.length * 2];
        for (long e : old) {
            if ((int) e != 0) {
                entries[place((int) (e >>> 32))] = e;
            }
        }
    }
}
