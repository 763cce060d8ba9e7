using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ParityNet.Parity.Workers;

/// <summary>A running worker, written to and read from at once, each on a thread of its own, so that neither side waits for ever.</summary>
sealed class WorkerProcess : IDisposable
{
    const int PatienceMilliseconds = 2000, SilenceMilliseconds = 300, ErrorsKept = 4000;

    readonly Process process;
    readonly BlockingCollection<string> toWrite = [];
    readonly StringBuilder errors = new();
    readonly Thread reading, draining;

    /// <summary>Starts the worker.</summary>
    /// <param name="command">The command.</param>
    /// <param name="lineBytes">The most bytes of a line.</param>
    /// <param name="told">Receives each line, and null for one that is too long; the bytes are valid during the call.</param>
    /// <param name="ended">Receives how the worker ended.</param>
    /// <exception cref="WorkerStartException">The program cannot be run.</exception>
    public WorkerProcess(
        WorkerCommand command, int lineBytes, Action<WorkerProcess, ReadOnlyMemory<byte>?> told, Action<WorkerProcess, string> ended)
    {
        try
        {
            process = Process.Start(command.StartInfo())!;
        }
        catch (Exception problem) when (problem is Win32Exception or InvalidOperationException or IOException)
        {
            throw new WorkerStartException(
                $"the worker must be a command that can be run: expected a program, got {Echo.Of(command.Program)}, which " +
                "cannot be found or started.",
                problem);
        }
        draining = Started(Drain);
        reading = Started(() => Read(lineBytes, told, ended));
        Started(WriteAll);
    }

    /// <summary>Whether the worker has said what it can.</summary>
    public bool IsGreeted { get; set; }

    /// <summary>The last line that it wrote to standard error; empty for none.</summary>
    public string LastError
    {
        get
        {
            // The reason of an end is written just before it.
            draining.Join(SilenceMilliseconds);
            lock (errors)
                return errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault("");
        }
    }

    /// <summary>Hands a line over to be written; never waits.</summary>
    public void Write(string line)
    {
        if (!toWrite.IsAddingCompleted)
            toWrite.Add(line);
    }

    /// <summary>Closes the worker's input, gives it some time to end, and ends it otherwise.</summary>
    public void Stop()
    {
        toWrite.CompleteAdding();
        if (!process.WaitForExit(PatienceMilliseconds))
            Kill();
    }

    /// <summary>Ends the worker and all that it started.</summary>
    public void Kill()
    {
        toWrite.CompleteAdding();
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception problem) when (problem is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended by itself.
        }
    }

    public void Dispose()
    {
        Kill();
        // The threads end with the streams; what one still holds goes with the process.
        if (reading.Join(PatienceMilliseconds) && draining.Join(PatienceMilliseconds))
        {
            process.Dispose();
            toWrite.Dispose();
        }
    }

    void Read(int lineBytes, Action<WorkerProcess, ReadOnlyMemory<byte>?> told, Action<WorkerProcess, string> ended)
    {
        var lines = new LineReader(process.StandardOutput.BaseStream, lineBytes, stops: true);
        try
        {
            while (lines.TryRead(out ReadOnlyMemory<byte> line))
            {
                if (lines.IsTooLong)
                {
                    told(this, null);
                    return;
                }
                told(this, line);
            }
        }
        catch (Exception problem) when (problem is IOException or ObjectDisposedException)
        {
            // A broken pipe is an end.
        }
        ended(this, process.WaitForExit(PatienceMilliseconds)
            ? string.Create(CultureInfo.InvariantCulture, $"it ended with exit code {process.ExitCode}")
            : "it closed its output");
    }

    void Drain()
    {
        char[] chunk = new char[1024];
        try
        {
            for (int read; (read = process.StandardError.Read(chunk)) > 0;)
                lock (errors)
                {
                    errors.Append(chunk, 0, read);
                    if (errors.Length > 2 * ErrorsKept)
                        errors.Remove(0, errors.Length - ErrorsKept);
                }
        }
        catch (Exception problem) when (problem is IOException or ObjectDisposedException)
        {
            // The worker is gone.
        }
    }

    void WriteAll()
    {
        try
        {
            Stream input = process.StandardInput.BaseStream;
            foreach (string line in toWrite.GetConsumingEnumerable())
            {
                input.Write(Encoding.UTF8.GetBytes(line + "\n"));
                input.Flush();
            }
            input.Close();
        }
        catch (Exception problem) when (problem is IOException or ObjectDisposedException)
        {
            // The worker no longer reads; its end, or its silence, is told elsewhere.
        }
    }

    static Thread Started(Action body)
    {
        var thread = new Thread(() => body()) { IsBackground = true, Name = "worker" };
        thread.Start();
        return thread;
    }
}
