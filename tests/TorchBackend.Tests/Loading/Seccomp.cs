using System.Runtime.InteropServices;

namespace ParityNet.TorchTests.Loading;

/// <summary>Makes the kernel refuse a call to this thread, as the filter of a container does.</summary>
static unsafe partial class Seccomp
{
    const int NoNewPrivileges = 38, SetFilter = 22, Filter = 2;

    const ushort Load = 0x20, JumpIfEqual = 0x15, Return = 0x06;

    const uint X64 = 0xC000003E, MemoryFileOfX64 = 319, NotPermitted = 0x00050001, Allowed = 0x7fff0000;

    /// <summary>From here on <c>memfd_create</c> is not permitted; only on x64, whose number of the call it knows.</summary>
    public static void RefuseMemoryFiles()
    {
        // The system call's architecture stands at 4, its number at 0.
        Instruction* filter = stackalloc Instruction[]
        {
            new(Load, 0, 0, 4), new(JumpIfEqual, 0, 3, X64), new(Load, 0, 0, 0), new(JumpIfEqual, 0, 1, MemoryFileOfX64), new(Return, 0, 0, NotPermitted), new(Return, 0, 0, Allowed),
        };
        var program = new Instructions(6, filter);
        if (Control(NoNewPrivileges, 1, 0, 0, 0) != 0 || Control(SetFilter, Filter, (nuint)(&program), 0, 0) != 0)
            throw new InvalidOperationException("The kernel must take a filter of system calls: expected 0, got a refusal.");
    }

    [LibraryImport("libc", EntryPoint = "prctl")]
    private static partial int Control(int option, nuint a, nuint b, nuint c, nuint d);

    [StructLayout(LayoutKind.Sequential)]
    readonly record struct Instruction(ushort Code, byte WhenTrue, byte WhenFalse, uint Operand);

    [StructLayout(LayoutKind.Sequential)]
    readonly struct Instructions(ushort count, Instruction* first)
    {
        readonly ushort count = count;
        readonly Instruction* first = first;
    }
}
