namespace ParityNet.Native.Simd;

/// <summary>The threads that share the parts of a call: the caller, and helpers of the thread pool as they arrive.</summary>
/// <remarks>
/// The caller never waits for a helper that has not started, so a busy pool costs nothing but its help. A helper that arrives after the call, or
/// during a later one, finds nothing to do, or helps there. Every thread keeps its crew, so that a call allocates nothing.
/// </remarks>
sealed class Crew<P> : IThreadPoolWorkItem where P : struct, IParts
{
    // The caller has left: helpers may no longer enter.
    const int Closed = int.MinValue;

    [ThreadStatic] static Crew<P>? idle;

    P work;
    int parts, taken, inside = Closed, awaited;
    volatile bool left;
    volatile Exception? failure;

    public static void Run(P work, int parts, int threads)
    {
        // Not idle within a call within a part.
        Crew<P> crew = idle ?? new();
        idle = null;
        crew.Call(work, parts, Math.Min(threads, parts) - 1);
        idle = crew;
    }

    /// <summary>A helper's visit.</summary>
    public void Execute()
    {
        Interlocked.Decrement(ref awaited);
        int now = Volatile.Read(ref inside);
        while (now >= 0)
        {
            int before = Interlocked.CompareExchange(ref inside, now + 1, now);
            if (before == now)
            {
                Help();
                Interlocked.Decrement(ref inside);
                return;
            }
            now = before;
        }
    }

    void Call(P work, int parts, int helpers)
    {
        (this.work, this.parts, taken, left, failure) = (work, parts, 0, false, null);
        Volatile.Write(ref inside, 0);
        for (int queued = Volatile.Read(ref awaited); queued < helpers; queued++)
        {
            Interlocked.Increment(ref awaited);
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
        try
        {
            TakeParts();
        }
        finally
        {
            // What is left to wait for are the last parts of the helpers inside.
            int visitors = Interlocked.Add(ref inside, Closed);
            for (var wait = new SpinWait(); visitors != Closed; visitors = Volatile.Read(ref inside))
                wait.SpinOnce(sleep1Threshold: -1);
        }
        this.work = default;
        if (failure is { } thrown)
            throw new InvalidOperationException(thrown.Message, thrown);
        if (left)
            Beyond.Leave();
    }

    void Help()
    {
        bool before = Beyond.TakeLeft();
        try
        {
            TakeParts();
        }
        catch (Exception thrown)
        {
            // Thrown again where the call is.
            failure = thrown;
        }
        if (Beyond.TakeLeft())
            left = true;
        if (before)
            Beyond.Leave();
    }

    void TakeParts()
    {
        P own = work;
        for (int part = Interlocked.Increment(ref taken) - 1; part < parts; part = Interlocked.Increment(ref taken) - 1)
            own.Run(part);
    }
}
