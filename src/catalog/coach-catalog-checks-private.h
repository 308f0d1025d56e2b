#pragma once

#include "coach-catalog-private.h"

G_BEGIN_DECLS

void     coach_catalog_check_file_name    (CoachContentReader  *reader,
                                           const char          *id);
void     coach_catalog_check_trait_ids    (CoachCatalog        *self,
                                           CoachContentReader  *reader,
                                           const char          *member,
                                           const char * const  *ids);
void     coach_catalog_check_condition_ids (CoachCatalog       *self,
                                            CoachContentReader *reader,
                                            const char         *member,
                                            const char * const *ids);
void     coach_catalog_check_move         (CoachCatalog        *self,
                                           CoachContentReader  *reader,
                                           CoachMove           *move);
void     coach_catalog_check_outside_move (CoachCatalog        *self,
                                           CoachContentReader  *reader,
                                           CoachMove           *move);
gboolean coach_catalog_check_references   (CoachCatalog        *self,
                                           GError             **error);

G_END_DECLS
