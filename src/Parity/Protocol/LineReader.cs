namespace ParityNet.Parity;

/// <summary>Reads lines as bytes; of a line that is too long nothing is held.</summary>
/// <param name="input">The stream.</param>
/// <param name="most">The most bytes of a line.</param>
/// <param name="stops">Whether a line that is too long ends the input: one without an end would be read forever.</param>
sealed class LineReader(Stream input, int most = LineReader.Most, bool stops = false)
{
    /// <summary>The most bytes of a line of <c>eval</c>: 256 MiB.</summary>
    public const int Most = 1 << 28;

    static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    byte[] buffer = new byte[1 << 16];
    int start, end;
    bool isFirst = true;

    /// <summary>Whether the last line that was read is longer than the most bytes of a line; it is empty then.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Reads the next line.</summary>
    /// <param name="line">The line without its line feed; valid until the next call.</param>
    /// <returns>False at the end of input.</returns>
    public bool TryRead(out ReadOnlyMemory<byte> line)
    {
        int searched = start;
        IsTooLong = false;
        while (true)
        {
            int at = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n');
            if (at >= 0)
            {
                line = IsTooLong ? default : Trimmed(start, searched + at);
                start = searched + at + 1;
                return true;
            }
            searched = end;
            if (end - start > most)
                IsTooLong = true;
            if (IsTooLong)
                start = searched = end;
            if (IsTooLong && stops)
            {
                line = default;
                return true;
            }
            if (Fill(ref searched))
                continue;
            line = Trimmed(start, end);
            bool any = start < end || IsTooLong;
            start = end;
            return any;
        }
    }

    bool Fill(ref int searched)
    {
        if (end == buffer.Length)
        {
            int kept = end - start;
            byte[] next = kept > buffer.Length / 2 ? new byte[Math.Min(buffer.Length * 2L, Array.MaxLength)] : buffer;
            buffer.AsSpan(start, kept).CopyTo(next);
            (buffer, start, end, searched) = (next, 0, kept, kept);
        }
        int read = input.Read(buffer, end, buffer.Length - end);
        end += read;
        return read > 0;
    }

    ReadOnlyMemory<byte> Trimmed(int from, int to)
    {
        if (isFirst && buffer.AsSpan(from, to - from).StartsWith(ByteOrderMark))
            from += ByteOrderMark.Length;
        isFirst = false;
        return buffer.AsMemory(from, to - from);
    }
}
