using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using ParityNet.Native.Simd;

namespace ParityNet.Native;

/// <summary>Describes the runtime and the processor on which the backend runs.</summary>
static class Machine
{
    public static BackendInfo Describe(string name, Plan plan) => new(name, Version,
        $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}, {(int)plan.Width} bits",
        [.. InstructionSets(plan.Width)], plan.Threads);

    static string Version => typeof(Machine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    static IEnumerable<string> InstructionSets(VectorWidth widest)
    {
        if (widest >= VectorWidth.Bits128 && Vector128.IsHardwareAccelerated)
            yield return AdvSimd.IsSupported ? "AdvSimd" : Sse42.IsSupported ? "SSE4.2" : "Vector128";
        if (widest >= VectorWidth.Bits256 && Vector256.IsHardwareAccelerated)
            yield return Avx2.IsSupported ? "AVX2" : "Vector256";
        if (widest >= VectorWidth.Bits512 && Vector512.IsHardwareAccelerated)
            yield return Avx512F.IsSupported ? "AVX-512" : "Vector512";
    }
}
