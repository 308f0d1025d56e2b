/*
 * Preloaded into programs with clang's leak sanitizer, so that it can do without its slow way to
 * find stacks, which is needed to tell what is leaked on purpose by whom.
 *
 * What GLib's libraries allocate while they are loaded, and what g_test_run() drops between two
 * cases when each has folders of its own (G_TEST_OPTION_ISOLATE_DIRS), is not looked at. What a
 * program allocates from main() on, and each case from its set-up to its tear-down, is. This is
 * linked with -z initfirst, and is of no consequence in a program without the sanitizer.
 */
#define _GNU_SOURCE

#include <dlfcn.h>
#include <glib.h>

typedef int (*StartMain) (int (*) (int, char **, char **), int, char **, void (*) (void),
                          void (*) (void), void (*) (void), void *);
typedef void (*AddVtable) (const char *, gsize, gconstpointer, GTestFixtureFunc, GTestFixtureFunc,
                           GTestFixtureFunc);

extern void __lsan_disable (void) __attribute__ ((weak));
extern void __lsan_enable (void) __attribute__ ((weak));

/* The functions of others that this comes before. */
int __libc_start_main (int (*) (int, char **, char **), int, char **, void (*) (void),
                       void (*) (void), void (*) (void), void *);

typedef struct
{
  gsize            fixture_size;
  gconstpointer    data;      /* (unowned) (nullable) */
  GTestFixtureFunc set_up;    /* (nullable) */
  GTestFixtureFunc test;      /* (not nullable) */
  GTestFixtureFunc tear_down; /* (nullable) */
} ScopedCase;

static void
disable (void)
{
  if (__lsan_disable != NULL)
    __lsan_disable ();
}

static void
enable (void)
{
  if (__lsan_enable != NULL)
    __lsan_enable ();
}

__attribute__ ((constructor)) static void
before_libraries (void)
{
  disable ();
}

int
__libc_start_main (int (*run_main) (int, char **, char **),
                   int argc,
                   char **argv,
                   void (*init) (void),
                   void (*fini) (void),
                   void (*rtld_fini) (void),
                   void *stack_end)
{
  StartMain next = (StartMain) dlsym (RTLD_NEXT, "__libc_start_main");

  enable ();
  return next (run_main, argc, argv, init, fini, rtld_fini, stack_end);
}

/* As GLib has it: without a fixture of its own a case is given the data. */
static void
call (GTestFixtureFunc  func,
      gpointer          fixture,
      const ScopedCase *scoped)
{
  if (func == NULL)
    return;
  enable ();
  func (scoped->fixture_size > 0 ? fixture : (gpointer) scoped->data, scoped->data);
  disable ();
}

static void
set_up (gpointer      fixture,
        gconstpointer user_data)
{
  call (((const ScopedCase *) user_data)->set_up, fixture, user_data);
}

static void
test (gpointer      fixture,
      gconstpointer user_data)
{
  call (((const ScopedCase *) user_data)->test, fixture, user_data);
}

static void
tear_down (gpointer      fixture,
           gconstpointer user_data)
{
  call (((const ScopedCase *) user_data)->tear_down, fixture, user_data);
}

void
g_test_add_vtable (const char       *path,
                   gsize             fixture_size,
                   gconstpointer     data,
                   GTestFixtureFunc  set_up_func,
                   GTestFixtureFunc  test_func,
                   GTestFixtureFunc  tear_down_func)
{
  AddVtable next = (AddVtable) dlsym (RTLD_NEXT, "g_test_add_vtable");
  ScopedCase *scoped;

  /* It lives as long as GLib remembers the case: for ever. */
  disable ();
  scoped = g_new (ScopedCase, 1);
  enable ();
  *scoped = (ScopedCase) { fixture_size, data, set_up_func, test_func, tear_down_func };
  next (path, fixture_size, scoped, set_up, test, tear_down);
}

void
g_test_add_func (const char *path,
                 GTestFunc   func)
{
  g_test_add_vtable (path, 0, NULL, NULL, (GTestFixtureFunc) func, NULL);
}

void
g_test_add_data_func (const char    *path,
                      gconstpointer  data,
                      GTestDataFunc  func)
{
  g_test_add_vtable (path, 0, data, NULL, (GTestFixtureFunc) func, NULL);
}

void
g_test_add_data_func_full (const char     *path,
                           gpointer        data,
                           GTestDataFunc   func,
                           GDestroyNotify  destroy)
{
  g_test_add_vtable (path, 0, data, NULL, (GTestFixtureFunc) func, (GTestFixtureFunc) destroy);
}

int
g_test_run (void)
{
  int (*next) (void) = (int (*) (void)) dlsym (RTLD_NEXT, "g_test_run");
  int status;

  disable ();
  status = next ();
  enable ();
  return status;
}
