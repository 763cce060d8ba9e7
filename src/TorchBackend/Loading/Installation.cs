using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using System.Text.RegularExpressions;

namespace ParityNet.Torch.Loading;

/// <summary>What computes: TorchSharp, libtorch, MKL, and the vector instructions that libtorch's kernels were chosen for.</summary>
static partial class Installation
{
    const string Variable = "ATEN_CPU_CAPABILITY";

    const int Longest = 256;

    /// <summary>The version of libtorch, with three parts as PyTorch writes it.</summary>
    public static string Libtorch => Version.TryParse(torch.__version__, out Version? version) && version.Revision >= 0 ? version.ToString(3) : torch.__version__;

    /// <summary>The libraries and their versions.</summary>
    public static string Build => string.Join("; ",
        $"TorchSharp {typeof(torch).Assembly.GetName().Version?.ToString(3)}",
        $"libtorch {Libtorch}",
        Mkl is { } version ? $"MKL {version}" : "MKL of a version that it does not tell");

    /// <summary>
    /// The capability in effect, <c>default</c>, <c>avx2</c> or <c>avx512</c>: libtorch does not tell it through TorchSharp, so it is found as
    /// libtorch finds it, in the variable and then in the processor (aten/src/ATen/native/DispatchStub.cpp).
    /// </summary>
    public static string Capability => Environment.GetEnvironmentVariable(Variable) switch
    {
        ("default" or "avx2" or "avx512") and var wanted => wanted,
        _ when Avx512BW.VL.IsSupported && Avx512DQ.IsSupported && Fma.IsSupported => "avx512",
        _ when Avx2.IsSupported && Fma.IsSupported => "avx2",
        _ => "default",
    };

    static string? Mkl { get; } = VersionOfMkl();

    // MKL is linked into libtorch, whose Linux build exports MKL's own names.
    static unsafe string? VersionOfMkl()
    {
        if (!NativeLibrary.TryLoad("libtorch_cpu.so", typeof(torch).Assembly, null, out nint library)
            || !NativeLibrary.TryGetExport(library, "MKL_Get_Version_String", out nint function))
            return null;
        byte* text = stackalloc byte[Longest];
        ((delegate* unmanaged<byte*, int, void>)function)(text, Longest - 1);
        return Number.Match(Marshal.PtrToStringUTF8((nint)text) ?? "") is { Success: true } number ? number.Value : null;
    }

    [GeneratedRegex(@"\d{4}\.\d+(\.\d+)?")]
    private static partial Regex Number { get; }
}
