// Loaded into a server by --import: its workers end before they have done anything.
import cluster from 'node:cluster';
import process from 'node:process';

if (cluster.isWorker) process.exit(7);
