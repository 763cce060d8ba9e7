namespace TorchSharp;

/// <summary>Disposes every tensor made on its thread while it was the innermost scope, unless that tensor was moved out.</summary>
public sealed class DisposeScope : IDisposable
{
    readonly HashSet<IDisposable> disposables = new(ReferenceEqualityComparer.Instance);
    readonly DisposeScope? outer;
    bool disposed;

    internal DisposeScope()
    {
        outer = DisposeScopeManager.Current;
        DisposeScopeManager.Current = this;
    }

    /// <summary>How many tensors the scope holds now.</summary>
    public int DisposablesCount
    {
        get
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            return disposables.Count;
        }
    }

    /// <summary>The tensors that the scope holds now.</summary>
    public IReadOnlyList<IDisposable> DisposablesView
    {
        get
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            return [.. disposables];
        }
    }

    /// <summary>Whether the scope holds <paramref name="disposable"/>.</summary>
    public bool Contains(IDisposable disposable) => disposables.Contains(disposable);

    /// <summary>Hands a tensor to the scope around this one; without one it belongs to nobody.</summary>
    public T MoveToOuter<T>(T disposable)
        where T : IDisposable => MoveToOther(outer, disposable);

    /// <summary>Hands tensors to the scope around this one; without one they belong to nobody.</summary>
    public void MoveToOuter(params IDisposable[] disposables) => MoveToOuter((IEnumerable<IDisposable>)disposables);

    /// <summary>Hands tensors to the scope around this one; without one they belong to nobody.</summary>
    public void MoveToOuter(IEnumerable<IDisposable> disposables)
    {
        ArgumentNullException.ThrowIfNull(disposables);
        foreach (IDisposable disposable in disposables)
            MoveToOuter(disposable);
    }

    /// <summary>Hands a tensor to <paramref name="scope"/>; when that is null the tensor belongs to nobody.</summary>
    public T MoveToOther<T>(DisposeScope? scope, T disposable)
        where T : IDisposable
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (disposables.Remove(disposable) && disposable is torch.Tensor tensor)
        {
            tensor.OwningDisposeScope = scope;
            scope?.disposables.Add(tensor);
        }

        return disposable;
    }

    /// <summary>Takes a tensor out of every scope; from then on its holder disposes it.</summary>
    public T Detach<T>(T disposable)
        where T : IDisposable => MoveToOther(null, disposable);

    /// <summary>Takes tensors out of every scope; from then on their holder disposes them.</summary>
    public void Detach(params IDisposable[] disposables) => Detach((IEnumerable<IDisposable>)disposables);

    /// <summary>Takes tensors out of every scope; from then on their holder disposes them.</summary>
    public void Detach(IEnumerable<IDisposable> disposables)
    {
        ArgumentNullException.ThrowIfNull(disposables);
        foreach (IDisposable disposable in disposables)
            Detach(disposable);
    }

    /// <summary>Makes the scope hold a tensor, whichever scope held it before.</summary>
    public void Attach(IDisposable disposable)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (disposable is not torch.Tensor tensor)
            throw new InvalidOperationException($"a scope holds tensors only: expected a Tensor, got {disposable?.GetType().Name ?? "null"}.");
        tensor.OwningDisposeScope?.disposables.Remove(tensor);
        Register(tensor);
    }

    /// <summary>Disposes what the scope holds; the scope itself goes on.</summary>
    public void DisposeEverything() => DisposeEverythingBut([]);

    /// <summary>Disposes what the scope holds except <paramref name="keep"/>; the scope itself goes on.</summary>
    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    /// <summary>Disposes what the scope holds except <paramref name="inKeep"/>; the scope itself goes on.</summary>
    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        HashSet<IDisposable> kept = new(inKeep, ReferenceEqualityComparer.Instance);
        foreach (IDisposable disposable in disposables.Where(disposable => !kept.Contains(disposable)).ToArray())
            disposable.Dispose();
    }

    /// <summary>Disposes what the scope holds and ends it.</summary>
    public void Dispose()
    {
        if (disposed)
            return;
        DisposeEverything();
        disposed = true;
        // Scopes may end out of order: the innermost one that still lives becomes current.
        if (DisposeScopeManager.Current == this)
        {
            DisposeScope? next = outer;
            while (next is { disposed: true })
                next = next.outer;
            DisposeScopeManager.Current = next;
        }
    }

    internal void Register(torch.Tensor tensor)
    {
        disposables.Add(tensor);
        tensor.OwningDisposeScope = this;
    }

    internal void Forget(torch.Tensor tensor) => disposables.Remove(tensor);
}
