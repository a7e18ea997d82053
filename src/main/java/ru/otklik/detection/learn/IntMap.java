package ru.otklik.detection.learn;

/** From numbers to numbers; what is absent is 0. */
final class IntMap {

    interface Entry {
        void of(int key, int value);
    }

    private int[] keys;
    private int[] values;
    private int size;

    IntMap(int expected) {
        int capacity = Integer.highestOneBit(Math.max(8, expected * 2 - 1)) * 2;
        keys = new int[capacity];
        values = new int[capacity];
    }

    int get(int key) {
        return values[place(key)];
    }

    /** @return what stood there before */
    int put(int key, int value) {
        int at = place(key);
        int before = values[at];
        keys[at] = key;
        values[at] = value;
        if (before == 0 && ++size * 2 > keys.length) {
            grow();
        }
        return before;
    }

    /** @return the sum */
    int add(int key, int more) {
        int sum = get(key) + more;
        put(key, sum);
        return sum;
    }

    void each(Entry entry) {
        for (int i = 0; i < keys.length; i++) {
            if (values[i] != 0) {
                entry.of(keys[i], values[i]);
            }
        }
    }

    private int place(int key) {
        int mask = keys.length - 1;
        int at = key * 0x9E3779B1 >>> 7 & mask;
        while (values[at] != 0 && keys[at] != key) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        int[] oldKeys = keys;
        int[] oldValues = values;
        keys = new int[oldKeys.length * 2];
        values = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != 0) {
                int at = place(oldKeys[i]);
                keys[at] = oldKeys[i];
                values[at] = oldValues[i];
            }
        }
    }
}
