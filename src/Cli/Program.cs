using ParityNet.Cli;
using ParityNet.Cli.Exits;
using ParityNet.Cli.Output;

IDisposable[] signals = Interruption.Watch();
int code = await CommandLine.Run(args, Terminal.Process());
GC.KeepAlive(signals);
return code;
