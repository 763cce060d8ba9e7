using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>The functions of the C shim, as <c>native/paritynet_torch.h</c> declares them.</summary>
static unsafe partial class Shim
{
    const string Library = ShimLibrary.Name;

    // Runs before the first call, so that a missing library is one clear sentence.
    static Shim() => ShimLibrary.Resolve();

    [LibraryImport(Library, EntryPoint = "pn_error")]
    internal static partial byte* Error();

    [LibraryImport(Library, EntryPoint = "pn_version")]
    internal static partial byte* Version();

    [LibraryImport(Library, EntryPoint = "pn_build")]
    internal static partial byte* Build();

    [LibraryImport(Library, EntryPoint = "pn_live_tensors")]
    internal static partial long LiveTensors();

    [LibraryImport(Library, EntryPoint = "pn_operator")]
    internal static partial int Operator(byte* name, byte* overload, nint* result);

    [LibraryImport(Library, EntryPoint = "pn_call")]
    internal static partial int Call(nint op, NativeArgument* arguments, int count, nint* results, int resultCount);

    [LibraryImport(Library, EntryPoint = "pn_tensor_from_memory")]
    internal static partial int TensorFromMemory(void* data, int dtype, long* sizes, int dim, int requiresGrad, nint* result);

    [LibraryImport(Library, EntryPoint = "pn_tensor_free")]
    internal static partial void TensorFree(nint tensor);

    [LibraryImport(Library, EntryPoint = "pn_tensor_dim")]
    internal static partial int TensorDim(TensorHandle tensor);

    [LibraryImport(Library, EntryPoint = "pn_tensor_dtype")]
    internal static partial int TensorDtype(TensorHandle tensor);

    [LibraryImport(Library, EntryPoint = "pn_tensor_numel")]
    internal static partial long TensorNumel(TensorHandle tensor);

    [LibraryImport(Library, EntryPoint = "pn_tensor_sizes")]
    internal static partial void TensorSizes(TensorHandle tensor, long* sizes);

    [LibraryImport(Library, EntryPoint = "pn_tensor_copy_to")]
    internal static partial int TensorCopyTo(TensorHandle tensor, void* destination, long bytes);

    [LibraryImport(Library, EntryPoint = "pn_tensor_requires_grad")]
    internal static partial int TensorRequiresGrad(TensorHandle tensor);

    [LibraryImport(Library, EntryPoint = "pn_tensor_set_requires_grad")]
    internal static partial int TensorSetRequiresGrad(TensorHandle tensor, int value);

    [LibraryImport(Library, EntryPoint = "pn_tensor_grad")]
    internal static partial int TensorGrad(TensorHandle tensor, nint* result);

    [LibraryImport(Library, EntryPoint = "pn_tensor_set_grad")]
    internal static partial int TensorSetGrad(TensorHandle tensor, nint gradient);

    [LibraryImport(Library, EntryPoint = "pn_grad")]
    internal static partial int Grad(nint* outputs, int outputCount, nint* inputs, int inputCount, nint* gradients, int retain, int create, int allowUnused, nint* results);

    [LibraryImport(Library, EntryPoint = "pn_grad_mode")]
    internal static partial int GradMode();

    [LibraryImport(Library, EntryPoint = "pn_set_grad_mode")]
    internal static partial void SetGradMode(int enabled);

    [LibraryImport(Library, EntryPoint = "pn_threads")]
    internal static partial int Threads();

    [LibraryImport(Library, EntryPoint = "pn_optimizer_new")]
    internal static partial int OptimizerNew(int kind, nint* parameters, int count, double* options, nint* result);

    [LibraryImport(Library, EntryPoint = "pn_optimizer_free")]
    internal static partial void OptimizerFree(nint optimizer);

    [LibraryImport(Library, EntryPoint = "pn_optimizer_step")]
    internal static partial int OptimizerStep(OptimizerHandle optimizer);

    [LibraryImport(Library, EntryPoint = "pn_optimizer_buffer")]
    internal static partial int OptimizerBuffer(OptimizerHandle optimizer, TensorHandle parameter, int kind, int slot, nint* result);

    [LibraryImport(Library, EntryPoint = "pn_optimizer_steps")]
    internal static partial int OptimizerSteps(OptimizerHandle optimizer, TensorHandle parameter, int kind, long* steps);

    /// <summary>Throws libtorch's message when a call of the shim failed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Check(int status)
    {
        if (status != 0)
            Throw();
    }

    static void Throw()
    {
        string message = Text(Error());
        // libtorch appends where in its own source a check failed; the first line says what is wrong.
        int end = message.IndexOf('\n', StringComparison.Ordinal);
        throw new ExternalException(end < 0 ? message : message[..end]);
    }

    internal static string Text(byte* utf8) => Marshal.PtrToStringUTF8((nint)utf8) ?? "";
}
