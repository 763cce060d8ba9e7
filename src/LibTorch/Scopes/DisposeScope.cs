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

    /// <summary>Disposes what the scope holds and ends it.</summary>
    public void Dispose()
    {
        if (disposed)
            return;
        foreach (IDisposable disposable in disposables.ToArray())
            disposable.Dispose();
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

    internal void MoveToOuter(torch.Tensor tensor)
    {
        Detach(tensor);
        outer?.Register(tensor);
    }

    internal void Detach(torch.Tensor tensor)
    {
        disposables.Remove(tensor);
        tensor.OwningDisposeScope = null;
    }
}
