using System.Runtime.InteropServices;

namespace ParityNet.Cli.Exits;

/// <summary>
/// Turns the first Ctrl-C or SIGTERM into cancellation of the running command; a second one, or one without such a command, ends the process.
/// </summary>
sealed class Interruption : IDisposable
{
    // A reader that does not read must not keep the process from ending.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    static readonly Lock Writing = new();

    static Interruption? running;
    static PosixSignal? last;

    readonly CancellationTokenSource source = new();

    public Interruption() => running = this;

    /// <summary>The exit code of the last signal: 130 for Ctrl-C, 143 for SIGTERM.</summary>
    public static int Code => last == PosixSignal.SIGTERM ? ExitCode.Terminated : ExitCode.Interrupted;

    public CancellationToken Token => source.Token;

    /// <summary>Answers signals from now on, to the end of the process.</summary>
    public static IDisposable[] Watch() =>
        [PosixSignalRegistration.Create(PosixSignal.SIGINT, End), PosixSignalRegistration.Create(PosixSignal.SIGTERM, End)];

    /// <summary>Does what must not be left half done: a signal ends the process after it.</summary>
    public static void Whole(Action write)
    {
        lock (Writing)
            write();
    }

    public void Dispose()
    {
        running = null;
        source.Dispose();
    }

    static void End(PosixSignalContext signal)
    {
        signal.Cancel = true;
        last = signal.Signal;
        if (running is { source: { IsCancellationRequested: false } first })
            first.Cancel();
        else
        {
            Writing.TryEnter(Patience);
            Environment.Exit(Code);
        }
    }
}
