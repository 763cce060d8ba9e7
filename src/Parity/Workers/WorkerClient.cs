using System.Text.Json;
using ParityNet.Parity.Cases;

namespace ParityNet.Parity.Workers;

/// <summary>A conversation with a worker: starts it, asks it, hands each answer to who asked, and starts it again where it is lost.</summary>
/// <remarks>
/// At most 16 requests are in flight, and the worker answers in order. What it does wrong costs the oldest request, the others are asked again of the
/// worker that takes its place.
/// </remarks>
sealed class WorkerClient : IAnswers, IDisposable
{
    const int MostInFlight = 16, MostRestarts = 3, MostStrayLines = 1000, PollMilliseconds = 250;

    readonly object gate = new();
    readonly WorkerCommand command;
    readonly WorkerLimits limits;
    readonly Queue<Pending> asked = [];
    readonly Dictionary<string, int> losses = [];
    WorkerProcess? process;
    WorkerGreeting? greeting;
    string? broken, lastOp;
    long since;
    long lastId;
    int stray;
    bool isStopped;

    /// <summary>Starts the worker and waits for what it says it can.</summary>
    /// <exception cref="WorkerStartException">It does not start, or says nothing of the kind.</exception>
    public WorkerClient(WorkerCommand command, WorkerLimits limits)
    {
        (this.command, this.limits) = (command, limits);
        lock (gate)
        {
            while (greeting is null)
            {
                Keep();
                if (broken is not null)
                    throw new WorkerStartException(broken);
            }
        }
    }

    /// <summary>What the worker says it can.</summary>
    public WorkerGreeting Greeting => greeting!;

    public JsonElement Ask(string op, string request)
    {
        var mine = new Pending(op, request);
        lock (gate)
        {
            while (asked.Count >= MostInFlight && broken is null)
                Keep();
            Refuse(op);
            mine.Number(++lastId);
            if (asked.Count == 0)
                since = Environment.TickCount64;
            asked.Enqueue(mine);
            if (process is { IsGreeted: true })
                process.Write(mine.Line);
            while (!mine.IsDone)
                Keep();
        }
        return mine.Answer ?? throw new WorkerException(mine.Failure!) { IsLost = true };
    }

    public void Dispose()
    {
        WorkerProcess? last;
        lock (gate)
        {
            isStopped = true;
            broken = "the worker has been stopped.";
            last = process;
            last?.Write("""{"op":"stop"}""");
            process = null;
            while (asked.TryDequeue(out Pending? pending))
                pending.Fail(broken);
            Monitor.PulseAll(gate);
        }
        last?.Stop();
        last?.Dispose();
    }

    // What is given up fails once; from then on it is skipped, so that no simpler case is blamed for it.
    void Refuse(string op)
    {
        if (broken is not null)
            throw new CaseSkippedException(broken);
        if (losses.GetValueOrDefault(op) > MostRestarts)
            throw new CaseSkippedException(
                $"{Name} was lost {losses[op]} times in {op}, and is not asked for it again.");
    }

    string Name => greeting?.Name ?? Echo.Of(command.Text);

    // Starts the worker where there is none, gives up what is late, and waits a little. The lock is held, and given up while waiting.
    void Keep()
    {
        if (broken is not null)
            return;
        if (process is null)
            Launch();
        if (process is null)
            return;
        bool waits = !process.IsGreeted || asked.Count > 0;
        double limit = 1000 * (process.IsGreeted ? limits.AnswerSeconds : limits.StartSeconds), left = limit - (Environment.TickCount64 - since);
        if (waits && left <= 0)
            Lose(FormattableString.Invariant($"nothing within {(process.IsGreeted ? limits.AnswerSeconds : limits.StartSeconds)} s"));
        else
            Monitor.Wait(gate, (int)Math.Clamp(waits ? left : PollMilliseconds, 1, PollMilliseconds));
    }

    void Launch()
    {
        try
        {
            stray = 0;
            since = Environment.TickCount64;
            process = new(command, limits.LineBytes, Told, (ended, how) => Ended(ended, how));
            process.Write(WorkerGreeting.Start);
        }
        catch (WorkerStartException problem)
        {
            Break(problem.Message);
        }
    }

    void Told(WorkerProcess from, ReadOnlyMemory<byte>? line)
    {
        (JsonElement? json, string? wrong) = line is { } bytes ? Parsed(bytes) : (null, null);
        lock (gate)
        {
            if (from != process)
                return;
            if (line is null)
                Lose(FormattableString.Invariant($"a line of more than {limits.LineBytes} bytes"));
            else if (!from.IsGreeted)
                Greet(from, json, wrong);
            else
                Take(json, wrong);
            Monitor.PulseAll(gate);
        }
    }

    void Greet(WorkerProcess from, JsonElement? json, string? wrong)
    {
        try
        {
            WorkerGreeting said = json is { } start ? WorkerGreeting.Read(start) : throw new JsonException(wrong);
            greeting ??= said;
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException)
        {
            Break($"{Echo.Of(command.Text)} must answer start as the protocol says: {problem.Message}");
            return;
        }
        from.IsGreeted = true;
        since = Environment.TickCount64;
        foreach (Pending pending in asked)
            from.Write(pending.Line);
    }

    // Ids rise, so an answer that comes late, after its request was given up, is known by its id.
    void Take(JsonElement? json, string? wrong)
    {
        long? id = json is { ValueKind: JsonValueKind.Object } answer && answer.TryGetProperty("id", out JsonElement given)
            && given.ValueKind == JsonValueKind.Number && given.TryGetInt64(out long number) ? number : null;
        if (asked.Count == 0 || id < asked.Peek().Id)
        {
            if (++stray > MostStrayLines)
                Lose(FormattableString.Invariant($"{stray} lines that nobody asked for"));
            return;
        }
        if (json is null)
        {
            Fail($"{Name} must answer {asked.Peek().Op} with one JSON object a line: {wrong}");
            return;
        }
        if (id is null || asked.All(pending => pending.Id != id))
        {
            Fail($"{Name} must answer {asked.Peek().Op} with the id of its request: expected {asked.Peek().Id}, got {IdOf(json.Value)}.");
            return;
        }
        while (asked.Peek().Id != id)
            Fail($"{Name} must answer in order: expected an answer to {asked.Peek().Id} first, got one to {id}.");
        Pending done = asked.Dequeue();
        (lastOp, stray, since) = (done.Op, 0, Environment.TickCount64);
        done.Succeed(json.Value);
    }

    void Fail(string sentence)
    {
        asked.Dequeue().Fail(sentence);
        since = Environment.TickCount64;
    }

    void Ended(WorkerProcess from, string how)
    {
        string said = from.LastError is { Length: > 0 } error ? $"{how}, after \"{Echo.Of(error)}\" on its error output" : how;
        lock (gate)
        {
            if (from == process)
                Lose(said);
            Monitor.PulseAll(gate);
        }
    }

    // The worker did something instead of answering: it costs the oldest request, and another worker takes its place.
    void Lose(string got)
    {
        bool isGreeted = process!.IsGreeted;
        process.Kill();
        process = null;
        if (!isGreeted)
        {
            Break($"{Echo.Of(command.Text)} must answer start with one line: expected what it can, got {got}.");
            return;
        }
        string op = asked.TryPeek(out Pending? oldest) ? oldest.Op : lastOp ?? "";
        losses[op] = losses.GetValueOrDefault(op) + 1;
        if (oldest is not null)
            Fail($"{Name} must answer {op}: expected an answer, got {got}.");
    }

    void Break(string sentence)
    {
        if (isStopped)
            return;
        broken = sentence;
        process?.Kill();
        process = null;
        while (asked.TryDequeue(out Pending? pending))
            pending.Fail(sentence);
    }

    static (JsonElement?, string?) Parsed(ReadOnlyMemory<byte> line)
    {
        try
        {
            using JsonDocument document = JsonLine.Parse(line);
            return (document.RootElement.Clone(), null);
        }
        catch (JsonException)
        {
            string text = System.Text.Encoding.UTF8.GetString(line.Span[..Math.Min(line.Length, 200)]);
            return (null, $"expected JSON, got {(line.Length == 0 ? "an empty line" : Echo.Of(text))}.");
        }
    }

    static string IdOf(JsonElement answer) => answer.ValueKind != JsonValueKind.Object ? EvalRequest.Kind(answer)
        : answer.TryGetProperty("id", out JsonElement id) ? Echo.Of(id.GetRawText()) : "none";

    /// <summary>A request that waits for its answer.</summary>
    sealed class Pending(string op, string request)
    {
        public string Op => op;

        public long Id { get; private set; }

        public string Line => $"{{\"id\":{Id},{request[1..]}";

        public bool IsDone { get; private set; }

        public JsonElement? Answer { get; private set; }

        public string? Failure { get; private set; }

        public void Number(long id) => Id = id;

        public void Succeed(JsonElement answer) => (Answer, IsDone) = (answer, true);

        public void Fail(string sentence) => (Failure, IsDone) = (sentence, true);
    }
}
