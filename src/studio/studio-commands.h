#pragma once

#include "coach-renderer.h"
#include "coach-studio.h"

G_BEGIN_DECLS

#define STUDIO_EXIT_FINE 0
#define STUDIO_EXIT_FAILED 1
#define STUDIO_EXIT_USAGE 2

int studio_command_body_map (const CoachStudio *studio,
                             const char        *path);
int studio_command_check  (const CoachStudio *studio,
                           char             **ids,
                           gboolean           is_everything,
                           gboolean           is_verbose);
int studio_command_list   (const CoachStudio *studio,
                           char             **ids,
                           gboolean           only_stale);
int studio_command_render (const CoachStudio *studio,
                           char             **ids);
int studio_command_sheet  (const CoachStudio *studio,
                           const char        *id,
                           const char        *path,
                           CoachStyle         style,
                           guint              width,
                           guint              height);
int studio_command_still  (const CoachStudio *studio,
                           const char        *id,
                           const char        *key,
                           const char        *path,
                           CoachStyle         style,
                           guint              width,
                           guint              height);

G_END_DECLS
