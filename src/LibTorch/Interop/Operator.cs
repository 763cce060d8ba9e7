using System.Text;

namespace TorchSharp.Interop;

/// <summary>An ATen operator by schema name, looked up once and then called through libtorch's dispatcher.</summary>
sealed unsafe class Operator(string name, string overload = "")
{
    const int StackWords = 16;

    nint resolved;

    internal torch.Tensor Call(params ReadOnlySpan<Argument> arguments)
    {
        nint result;
        Run(arguments, new Span<nint>(&result, 1));
        return new torch.Tensor(result);
    }

    internal (torch.Tensor, torch.Tensor) CallPair(params ReadOnlySpan<Argument> arguments)
    {
        nint* results = stackalloc nint[2];
        Run(arguments, new Span<nint>(results, 2));
        return (new torch.Tensor(results[0]), new torch.Tensor(results[1]));
    }

    void Run(ReadOnlySpan<Argument> arguments, Span<nint> results)
    {
        nint op = resolved != 0 ? resolved : Resolve();
        int words = 0;
        foreach (ref readonly Argument argument in arguments)
            words += argument.Words;
        Span<long> store = words <= StackWords ? stackalloc long[StackWords] : new long[words];
        NativeArgument* native = stackalloc NativeArgument[arguments.Length];
        int passed = 0;
        fixed (long* first = store)
        fixed (nint* result = results)
        {
            try
            {
                long* free = first;
                for (; passed < arguments.Length; passed++)
                    native[passed] = Pass(in arguments[passed], ref free);
                Shim.Check(Shim.Call(op, native, arguments.Length, result, results.Length));
            }
            finally
            {
                for (int i = 0; i < passed; i++)
                    Release(in arguments[i]);
            }
        }
    }

    static NativeArgument Pass(in Argument argument, ref long* free)
    {
        long* start = free;
        switch (argument.Held)
        {
            case torch.Tensor tensor:
                return new(argument.Tag, 1, tensor.Hold());
            case torch.Tensor[] tensors:
                int held = 0;
                try
                {
                    for (; held < tensors.Length; held++)
                        free[held] = tensors[held].Hold();
                }
                catch
                {
                    for (int i = 0; i < held; i++)
                        tensors[i].Release();
                    throw;
                }

                free += tensors.Length;
                return new(argument.Tag, tensors.Length, (long)start);
            case long[] list:
                list.CopyTo(new Span<long>(free, list.Length));
                free += list.Length;
                return new(argument.Tag, list.Length, (long)start);
            case byte[] text:
                text.CopyTo(new Span<byte>(free, text.Length));
                free += argument.Words;
                return new(argument.Tag, text.Length, (long)start);
            default:
                return new(argument.Tag, 0, argument.Bits);
        }
    }

    static void Release(in Argument argument)
    {
        if (argument.Held is torch.Tensor tensor)
            tensor.Release();
        else if (argument.Held is torch.Tensor[] tensors)
            foreach (torch.Tensor one in tensors)
                one.Release();
    }

    nint Resolve()
    {
        fixed (byte* schema = Encoding.UTF8.GetBytes($"aten::{name}\0"))
        fixed (byte* variant = Encoding.UTF8.GetBytes(overload + '\0'))
        {
            nint found;
            Shim.Check(Shim.Operator(schema, variant, &found));
            // Two threads may both look it up; the loser's copy stays, a few bytes once.
            return resolved = found;
        }
    }
}
