namespace TorchSharp.Interop;

/// <summary>Keeps the handles of several tensors alive while the shim reads them as one array.</summary>
readonly ref struct HeldTensors
{
    readonly IList<torch.Tensor> tensors;
    readonly int held;
    readonly nint[] handles;

    internal HeldTensors(IList<torch.Tensor> tensors)
    {
        this.tensors = tensors;
        handles = new nint[tensors.Count];
        try
        {
            for (; held < handles.Length; held++)
                handles[held] = tensors[held] is { } given ? given.Hold() : 0;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    internal int Count => handles.Length;

    public ref nint GetPinnableReference() => ref handles.AsSpan().GetPinnableReference();

    public void Dispose()
    {
        for (int i = 0; i < held; i++)
            tensors[i]?.Release();
    }
}
