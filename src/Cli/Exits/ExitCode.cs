namespace ParityNet.Cli.Exits;

/// <summary>The exit codes of the process.</summary>
static class ExitCode
{
    /// <summary>Success, without unexplained disagreements.</summary>
    public const int Done = 0;

    /// <summary>Success, with unexplained disagreements.</summary>
    public const int Disagreement = 1;

    /// <summary>Failure: invalid arguments, or a missing prerequisite.</summary>
    public const int BadUsage = 2;

    /// <summary>Interrupted by Ctrl-C; the results so far are written.</summary>
    public const int Interrupted = 130;

    /// <summary>Ended by SIGTERM; the results so far are written.</summary>
    public const int Terminated = 143;
}
