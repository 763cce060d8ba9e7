namespace ParityNet.Cli.Exits;

/// <summary>Says in ParityNet's own words why a file cannot be read or written.</summary>
static class FileProblem
{
    // Error numbers of Unix and of Windows.
    static readonly Dictionary<int, string> Numbered = new()
    {
        [5] = "an error of the device",
        [20] = "a file within the path",
        [21] = "a folder",
        [26] = "a file in use",
        [27] = "a file that would be too large",
        [28] = "a full disk",
        [30] = "a read-only file system",
        [40] = "a circle of symbolic links",
        [122] = "a full quota",
        [unchecked((int)0x80070020)] = "a file in use",
        [unchecked((int)0x80070070)] = "a full disk",
    };

    /// <summary>Whether an exception is one of the file system.</summary>
    public static bool Is(Exception problem) =>
        problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    /// <summary>What there is instead of what was expected.</summary>
    /// <param name="problem">The exception.</param>
    public static string Of(Exception problem) => problem switch
    {
        FileNotFoundException or DirectoryNotFoundException or DriveNotFoundException => "none of that name",
        UnauthorizedAccessException => "no permission",
        PathTooLongException => "a path that is too long",
        IOException => Numbered.GetValueOrDefault(problem.HResult, "an error of the file system"),
        _ => "a path that no file can have",
    };
}
