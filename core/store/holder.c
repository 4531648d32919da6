#include "core/store/holder.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

/* Where SQLite locks: one pending byte, one reserved byte, 510 shared bytes. */
#define PENDING_BYTE 0x40000000
#define LOCKED_BYTES 512

/* Asks in a child process, where only calls are made that are safe after a fork: closing the file here would drop
 * the locks this process itself may hold on it. */
G_GNUC_NORETURN static void
ask (const char *path, int answer)
{
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = PENDING_BYTE, .l_len = LOCKED_BYTES };
  int fd = open (path, O_RDWR | O_NOFOLLOW | O_CLOEXEC);
  pid_t holder = 0;

  if (fd >= 0 && fcntl (fd, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK)
    holder = lock.l_pid;
  _exit (write (answer, &holder, sizeof holder) == sizeof holder ? 0 : 1);
}

int
quan_store_holder (const char *path)
{
  pid_t holder = 0, child;
  int ends[2];

  if (pipe (ends) != 0)
    return 0;
  child = fork ();
  if (child == 0)
    ask (path, ends[1]);
  close (ends[1]);
  if (child < 0 || read (ends[0], &holder, sizeof holder) != sizeof holder)
    holder = 0;
  close (ends[0]);
  while (child > 0 && waitpid (child, NULL, 0) < 0 && errno == EINTR)
    ;
  return MAX (holder, 0);
}
