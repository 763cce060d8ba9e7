namespace ParityNet.Serialization;

/// <summary>Writes files whole: beside the file first, then in its place, so that a crash leaves the old file or the new one.</summary>
static class WholeFile
{
    public static void Write(string path, Action<Stream> write)
    {
        string unfinished = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (FileStream stream = File.Create(unfinished))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
